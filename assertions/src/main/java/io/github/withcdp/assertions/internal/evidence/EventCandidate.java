package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.assertions.internal.text.ShownParams;
import io.github.withcdp.protocol.CDPEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event that has the right method, and how it fares with the conditions.
 *
 * @param place among those with this method
 */
record EventCandidate(int place, CDPEvent event, List<CheckResult> checks) {

    /** The closest first; of those that are as close, the latest. */
    static final Comparator<EventCandidate> CLOSEST_FIRST = Comparator.<EventCandidate>comparingDouble(
                    candidate -> CheckResult.distance(candidate.checks))
            .thenComparing(EventCandidate::place, Comparator.reverseOrder());

    private static final int SHOWN_CHECKS = 8;
    private static final int PARAMS = 240;

    /** Return the event with its checks, those that are not met first and marked. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("  " + params(event));
        lines.addAll(lines(checks));
        return lines;
    }

    /** Return checks as lines, those that are not met first and marked. */
    static List<String> lines(List<CheckResult> checks) {
        return Stream.concat(
                        checks.stream().filter(check -> !check.met()),
                        checks.stream().filter(CheckResult::met))
                .limit(SHOWN_CHECKS)
                .flatMap(check -> check.lines().stream())
                .toList();
    }

    static String params(CDPEvent event) {
        return ShownParams.of(event.params(), PARAMS);
    }
}
