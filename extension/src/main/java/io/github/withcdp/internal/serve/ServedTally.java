package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What of a recording has been asked for, and what was asked for that it does not have. */
public final class ServedTally {

    private static final int SHOWN = 8;
    private static final int URL = 200;
    private static final int BODY = 200;
    private static final int VALUE = 80;

    /** A request without an answer, with what the recording has in its place. */
    private record Miss(List<String> lines) {}

    private final String place;
    private final String incompleteBecause;
    private final AnswerPool pool;
    private final List<Miss> misses = new CopyOnWriteArrayList<>();
    private final List<String> notPaused = new CopyOnWriteArrayList<>();
    private final List<String> outOfTurn = new CopyOnWriteArrayList<>();

    /**
     * Create a tally of nothing.
     *
     * @param place where the recording lies, for people
     * @param incompleteBecause what is missing of it; empty if nothing is known to be
     */
    ServedTally(String place, String incompleteBecause, AnswerPool pool) {
        this.place = place;
        this.incompleteBecause = SafeText.line(incompleteBecause, URL);
        this.pool = pool;
    }

    /** Note a request without an answer. Called by the thread that has the pool. */
    void missed(AskedRequest asked) {
        var lines = new ArrayList<String>();
        lines.add("  " + line(asked.method(), asked.url(), asked.body()));
        var nearest = pool.nearest(asked);
        if (nearest.isEmpty()) {
            lines.add("      nothing like it was recorded");
        } else {
            explain(nearest.get(), asked, lines);
        }
        misses.add(new Miss(List.copyOf(lines)));
    }

    /** Note a WebSocket that was not recorded. */
    void missedSocket(String url) {
        misses.add(new Miss(
                List.of("  WebSocket " + SafeText.line(url, URL), "      was not recorded, or not that often")));
    }

    /** Note that a page has sent something else than it did. */
    void otherFrame(String url, String recorded, String now) {
        misses.add(new Miss(List.of(
                "  WebSocket %s sent %s".formatted(SafeText.line(url, URL), SafeText.line(now, BODY)),
                "      recorded: " + SafeText.line(recorded, BODY))));
    }

    private void explain(RecordedAnswer nearest, AskedRequest asked, List<String> lines) {
        var exchange = nearest.exchange();
        var body = exchange.request().body().map(each -> each.text()).orElse("");
        boolean same = AnswerPool.hasSameUrl(nearest, asked);
        var differences = ContentForm.compare(body, asked.body()).stream()
                .filter(difference -> difference.explanation() == Explanation.NONE)
                .toList();
        if (same && differences.isEmpty()) {
            long times = pool.all().stream()
                    .filter(answer -> AnswerPool.hasSameUrl(answer, asked))
                    .count();
            lines.add(
                    "      was recorded %s, and asked for once more; withcdp.serve.repeatLast=true gives the last answer again"
                            .formatted(times == 1 ? "once" : times + " times"));
            return;
        }
        lines.add("      nearest: " + line(exchange.method(), exchange.url(), body));
        if (same) {
            differences.stream()
                    .limit(SHOWN)
                    .forEach(difference -> lines.add("      body%s: recorded %s, now %s"
                            .formatted(
                                    difference.pointer().isEmpty()
                                            ? ""
                                            : " " + SafeText.line(difference.pointer(), VALUE),
                                    value(difference.one()),
                                    value(difference.other()))));
        }
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() ? "nothing" : SafeText.line(Json.text(value), VALUE);
    }

    private static String line(String method, String url, String body) {
        var line = method + " " + SafeText.line(url, URL);
        return body.isEmpty() ? line : line + "  " + SafeText.line(body, BODY);
    }

    /** Note that an answer went before one that came before it, for which nobody asked in time. */
    void outOfTurn(RecordedAnswer waitedFor) {
        outOfTurn.add("  not in the order of the recording: nobody asked in time for "
                + SafeText.line(waitedFor.toString(), URL));
    }

    /** Note a target whose requests do not pause. */
    void notPaused(String target, String why) {
        notPaused.add(
                "%s does not pause its requests: %s".formatted(SafeText.line(target, URL), SafeText.line(why, URL)));
    }

    /** Return the failure of a test that asked for what the recording does not have; empty if it did not. */
    public Optional<Throwable> failure() {
        return misses.isEmpty() && notPaused.isEmpty() ? Optional.empty() : Optional.of(new AssertionError(text()));
    }

    /** Add what has been served to the failure of a test, unless it is that what failed it. */
    public void noteAt(Throwable failure) {
        if (!text().equals(failure.getMessage())) {
            boolean smooth =
                    misses.isEmpty() && notPaused.isEmpty() && outOfTurn.isEmpty() && incompleteBecause.isEmpty();
            failure.addSuppressed(new ServedNote(smooth ? summary() : text()));
        }
    }

    private String incomplete() {
        return "The recording is not complete: " + incompleteBecause;
    }

    /** Return what has been served, and what was asked for that was not, a sentence each. */
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        remarks.add("The test was " + summary());
        if (!incompleteBecause.isEmpty()) {
            remarks.add(incomplete());
        }
        misses.stream()
                .limit(SHOWN)
                .forEach(miss -> remarks.add("Asked for, and not in the recording: "
                        + miss.lines().stream().map(String::strip).collect(Collectors.joining("; "))));
        remarks.addAll(notPaused);
        return List.copyOf(remarks);
    }

    /** Return what has been served, in one line. */
    public String summary() {
        return "served from %s: %s".formatted(place, numbers());
    }

    private String numbers() {
        var unused = pool.left().stream().filter(RecordedAnswer::counts).count();
        return "%d answers loaded, %d used, %d unused, %d missed"
                .formatted(pool.all().size(), pool.all().size() - pool.left().size(), unused, misses.size());
    }

    private String text() {
        var lines = new ArrayList<String>();
        lines.add(
                misses.isEmpty()
                        ? "The recording could not be followed everywhere (withcdp.serve):"
                        : "%s the recording does not have (withcdp.serve):"
                                .formatted(
                                        misses.size() == 1
                                                ? "The test asked for what"
                                                : "The test asked %d times for what".formatted(misses.size())));
        misses.stream().limit(SHOWN).forEach(miss -> lines.addAll(miss.lines()));
        if (misses.size() > SHOWN) {
            lines.add("  …(%d more)…".formatted(misses.size() - SHOWN));
        }
        notPaused.forEach(line -> lines.add("  " + line));
        outOfTurn.stream().limit(SHOWN).forEach(lines::add);
        if (!incompleteBecause.isEmpty()) {
            lines.add("  " + incomplete());
        }
        lines.add(summary().substring(0, 1).toUpperCase(Locale.ROOT) + summary().substring(1));
        pool.left().stream()
                .filter(RecordedAnswer::counts)
                .limit(SHOWN)
                .forEach(answer -> lines.add("  unused: " + SafeText.line(answer.toString(), URL)));
        return String.join("\n", lines);
    }
}
