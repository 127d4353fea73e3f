package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;

/** Says what led to something in a run: the line that asked for it, and the command that ran. */
final class Causes {

    private static final int LONGEST = 120;

    private Causes() {}

    static String of(Exchange exchange, ComparedRun run) {
        var initiator = exchange.initiator();
        var asked = initiator.url().isEmpty()
                ? ""
                : "asked for at " + SafeText.line(initiator.url(), LONGEST)
                        + (initiator.line() == 0 ? "" : ":" + initiator.line());
        var during = at(exchange.timing().started(), run);
        return asked.isEmpty() || during.isEmpty() ? asked + during : asked + ", " + during;
    }

    /** Return the command that had been sent last at a moment, empty if there was none. */
    static String at(Duration moment, ComparedRun run) {
        var steps = run.backbone().steps();
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).sent().compareTo(moment) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return "";
        }
        var step = steps.get(low - 1);
        var word = step.answered().compareTo(moment) < 0 ? "after " : "during ";
        return word + SafeText.line(step.subject(), LONGEST);
    }
}
