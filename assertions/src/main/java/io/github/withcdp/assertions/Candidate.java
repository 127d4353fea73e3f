package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.Shown;
import io.github.withcdp.protocol.CDPEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An event that has the right method, and how it fares with the conditions.
 *
 * @param place among those with this method
 */
record Candidate(int place, CDPEvent event, List<Check> checks) {

    /** The closest first; of those that are as close, the latest. */
    static final Comparator<Candidate> CLOSEST_FIRST = Comparator.<Candidate>comparingDouble(
                    candidate -> distance(candidate.checks))
            .thenComparing(Candidate::place, Comparator.reverseOrder());

    private static final int SHOWN_CHECKS = 8;
    private static final int PARAMS = 240;

    static double distance(List<Check> checks) {
        return checks.stream().mapToDouble(Check::distance).sum();
    }

    /** Return the event with its checks, those that are not met first and marked. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("  " + params(event));
        lines.addAll(lines(checks));
        return lines;
    }

    /** Return checks as lines, those that are not met first and marked. */
    static List<String> lines(List<Check> checks) {
        var lines = new ArrayList<String>();
        checks.stream()
                .filter(check -> !check.met())
                .limit(SHOWN_CHECKS)
                .map(Check::line)
                .forEach(lines::add);
        checks.stream()
                .filter(Check::met)
                .limit(Math.max(0, SHOWN_CHECKS - lines.size()))
                .map(Check::line)
                .forEach(lines::add);
        return lines;
    }

    static String params(CDPEvent event) {
        return Shown.text(event.params().toString(), PARAMS);
    }
}
