package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is different from the last green runs, in lines that are safe to print. */
final class GreenLines {

    private static final int SHOWN = 5;
    private static final int LINE = 600;

    private GreenLines() {}

    /** Return the lines; empty if there was nothing to compare with. */
    static List<String> of(FailureReport report) {
        return report.green()
                .flatMap(green -> green.diff().map(diff -> of(green.with(), diff, report.origin())))
                .orElse(List.of());
    }

    private static List<String> of(String with, RecordingDiff diff, Duration origin) {
        var lines = new ArrayList<String>();
        if (diff.isEmpty()) {
            lines.add("(no difference that nothing explains)");
        }
        diff.differences().stream().limit(SHOWN).forEach(difference -> lines.add(line(difference, origin)));
        if (diff.differences().size() > SHOWN) {
            lines.add("… and %d more".formatted(diff.differences().size() - SHOWN));
        }
        lines.add(SafeText.line(with, LINE) + ".");
        diff.notes().forEach(note -> lines.add(SafeText.line(note, LINE) + "."));
        return lines;
    }

    private static String line(Difference difference, Duration origin) {
        return String.format(
                Locale.ROOT,
                "%.3f %s%s",
                MessageLine.seconds(difference.elapsed().minus(origin)),
                SafeText.line(difference.toString(), LINE),
                difference.presence() == Presence.MISSING ? "" : " (message " + difference.sequence() + ")");
    }

    /** Return why there was nothing to compare with; empty if there was, or nobody has looked. */
    static String nothing(FailureReport report) {
        return report.green()
                .filter(green -> green.diff().isEmpty())
                .map(green -> SafeText.line(green.with(), LINE))
                .orElse("");
    }
}
