package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Change;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Differences as they are written into the header of {@code traffic.jsonl} and read from it. */
final class DifferenceJson {

    private static final int MOST = 50;
    private static final int MOST_EXPLAINED = 200;
    private static final int CHANGES = 10;
    private static final int LONGEST = 600;
    private static final int FOLLOWED = 8;

    private DifferenceJson() {}

    /** Return no more of the differences than a header can hold, the first ones; a note tells of the others. */
    static RecordingDiff bounded(RecordingDiff diff) {
        var notes = new ArrayList<>(diff.notes());
        int left = left(diff.differences(), MOST) + left(diff.explained(), MOST_EXPLAINED);
        for (var difference : diff.differences()) {
            left += left(difference.followed(), FOLLOWED);
        }
        if (left > 0) {
            notes.add(String.format(Locale.ROOT, "%,d further differences are not listed", left));
        }
        return new RecordingDiff(bounded(diff.differences(), MOST), bounded(diff.explained(), MOST_EXPLAINED), notes);
    }

    private static int left(List<Difference> all, int most) {
        return Math.max(0, all.size() - most);
    }

    private static List<Difference> bounded(List<Difference> all, int most) {
        return all.stream()
                .limit(most)
                .map(each -> rewritten(each, DifferenceJson::cut))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    static RecordingDiff redacted(RecordingDiff diff, UnaryOperator<String> redactor) {
        return new RecordingDiff(
                diff.differences().stream()
                        .map(each -> rewritten(each, redactor))
                        .toList(),
                diff.explained().stream().map(each -> rewritten(each, redactor)).toList(),
                diff.notes().stream().map(redactor).toList());
    }

    /** Return a difference with other texts, and with what is told of it: the changes that say most. */
    private static Difference rewritten(Difference difference, UnaryOperator<String> text) {
        var telling = Stream.concat(
                        difference.changes().stream().filter(change -> change.explanation() == Explanation.NONE),
                        difference.changes().stream().filter(change -> change.explanation() != Explanation.NONE))
                .limit(CHANGES)
                .map(change -> new Change(
                        change.pointer(),
                        text.apply(change.expected()),
                        text.apply(change.actual()),
                        change.explanation()))
                .toList();
        return new Difference(
                difference.kind(),
                difference.presence(),
                text.apply(difference.name()),
                text.apply(difference.subject()),
                telling,
                difference.explanation(),
                difference.elapsed(),
                difference.sequence(),
                text.apply(difference.cause()),
                difference.followed().stream()
                        .limit(FOLLOWED)
                        .map(each -> rewritten(each, text))
                        .toList());
    }

    static JsonNode json(RecordingDiff diff) {
        var json = Json.object();
        json.set("differences", HeaderJson.list(diff.differences(), DifferenceJson::json));
        json.set("explained", HeaderJson.list(diff.explained(), DifferenceJson::json));
        json.set("notes", HeaderJson.texts(diff.notes()));
        return json;
    }

    private static JsonNode json(Difference difference) {
        var json = Json.object()
                .put("kind", difference.kind().name())
                .put("presence", difference.presence().name())
                .put("name", difference.name())
                .put("subject", difference.subject())
                .put("explanation", difference.explanation().name())
                .put("elapsed", difference.elapsed().toNanos())
                .put("sequence", difference.sequence())
                .put("cause", difference.cause());
        json.set("changes", HeaderJson.list(difference.changes(), DifferenceJson::json));
        if (!difference.followed().isEmpty()) {
            json.set("followed", HeaderJson.list(difference.followed(), DifferenceJson::json));
        }
        return json;
    }

    private static JsonNode json(Change change) {
        return Json.object()
                .put("pointer", change.pointer())
                .put("expected", change.expected())
                .put("actual", change.actual())
                .put("explanation", change.explanation().name());
    }

    static RecordingDiff read(JsonNode json) {
        return new RecordingDiff(
                HeaderJson.readList(json.path("differences"), DifferenceJson::readWithFollowed),
                HeaderJson.readList(json.path("explained"), DifferenceJson::readWithFollowed),
                HeaderJson.readTexts(json.path("notes")));
    }

    /** What followed has nothing that follows in turn, whatever a header says. */
    private static Difference readWithFollowed(JsonNode json) {
        return readDifference(
                json, HeaderJson.readList(json.path("followed"), followed -> readDifference(followed, List.of())));
    }

    private static Difference readDifference(JsonNode json, List<Difference> followed) {
        return new Difference(
                readName(json.path("kind"), Kind.EVENT),
                readName(json.path("presence"), Presence.CHANGED),
                HeaderJson.text(json, "name"),
                HeaderJson.text(json, "subject"),
                HeaderJson.readList(json.path("changes"), DifferenceJson::readChange),
                readName(json.path("explanation"), Explanation.NONE),
                HeaderJson.readTime(json.path("elapsed")).orElse(Duration.ZERO),
                json.path("sequence").asLong(-1),
                HeaderJson.text(json, "cause"),
                followed);
    }

    private static Change readChange(JsonNode json) {
        return new Change(
                HeaderJson.text(json, "pointer"),
                HeaderJson.text(json, "expected"),
                HeaderJson.text(json, "actual"),
                readName(json.path("explanation"), Explanation.NONE));
    }

    private static <E extends Enum<E>> E readName(JsonNode name, E otherwise) {
        for (var constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(HeaderJson.text(name))) {
                return constant;
            }
        }
        return otherwise;
    }
}
