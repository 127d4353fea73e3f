package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;

/** Says what led to something in a run: the line that asked for it, and the command that ran. */
final class Causes {

    private static final int LONGEST = 120;

    private Causes() {}

    static String of(Exchange exchange, ComparedRun run) {
        var asked = asked(exchange) + (line(exchange) == 0 ? "" : ":" + line(exchange));
        var during = at(exchange.timing().started(), run);
        return asked.isEmpty() || during.isEmpty() ? asked + during : asked + ", " + during;
    }

    /** Return who asked, without the line. */
    static String asked(Exchange exchange) {
        var url = exchange.initiator().url();
        return url.isEmpty() ? "" : "asked for at " + SafeText.line(url, LONGEST);
    }

    private static int line(Exchange exchange) {
        return exchange.initiator().url().isEmpty() ? 0 : exchange.initiator().line();
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
