package io.github.withcdp.internal.report;

import io.github.withcdp.internal.report.html.MessageData;
import io.github.withcdp.internal.report.html.Microseconds;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is different from the last green runs, as the page shows it. */
final class GreenData {

    private static final int LINE = 400;
    private static final int VALUE = 600;

    private final MessageData messages;
    private final Microseconds clock;

    private GreenData(MessageData messages, Microseconds clock) {
        this.messages = messages;
        this.clock = clock;
    }

    static Map<String, Object> of(GreenComparison green, MessageData messages, Microseconds clock) {
        var data = new GreenData(messages, clock);
        var row = new LinkedHashMap<String, Object>();
        row.put("with", SafeText.line(green.with(), LINE));
        green.diff().ifPresent(diff -> data.add(diff, row));
        return row;
    }

    private void add(RecordingDiff diff, Map<String, Object> row) {
        row.put("differences", diff.differences().stream().map(this::difference).toList());
        row.put("explained", diff.explained().stream().map(this::difference).toList());
        row.put(
                "notes",
                diff.notes().stream().map(note -> SafeText.line(note, LINE)).toList());
    }

    private Map<String, Object> difference(Difference difference) {
        var row = new LinkedHashMap<String, Object>();
        row.put("at", clock.micros(difference.elapsed()));
        row.put("kind", difference.kind().name());
        row.put("presence", difference.presence().name());
        row.put("subject", SafeText.line(difference.subject(), LINE));
        row.put("cause", SafeText.line(difference.cause(), LINE));
        row.put("explanation", difference.explanation().name());
        // What is missing has its number in the other run.
        row.put("message", difference.presence() == Presence.MISSING ? -1 : messages.indexOf(difference.sequence()));
        row.put("changes", difference.changes().stream().map(GreenData::change).toList());
        row.put("followed", difference.followed().stream().map(this::difference).toList());
        return row;
    }

    private static List<String> change(Difference.Change change) {
        return List.of(
                SafeText.line(change.pointer(), LINE),
                SafeText.line(change.expected(), VALUE),
                SafeText.line(change.actual(), VALUE),
                change.explanation().name());
    }
}
