package io.github.withcdp.assertions.internal.match;

import java.util.ArrayList;
import java.util.List;

/**
 * How something fares with one thing that is demanded of it.
 *
 * @param what is looked at: {@code /response/status}
 * @param expected what it should be, as a message shows it
 * @param actual what it is, as a message shows it
 * @param met whether it is as it should be
 * @param distance how far it is from that: 0 if met, up to 1
 * @param reasons what requirements of the test said of it, if it is not met; may be empty
 */
public record CheckResult(
        String what, String expected, String actual, boolean met, double distance, List<String> reasons) {

    CheckResult(String what, String expected, String actual, boolean met, double distance) {
        this(what, expected, actual, met, distance, List.of());
    }

    public static CheckResult of(String what, String expected, String actual, boolean met) {
        return new CheckResult(what, expected, actual, met, met ? 0 : 1);
    }

    /** Return how far something is from all that is demanded of it. */
    public static double distance(List<CheckResult> checks) {
        return checks.stream().mapToDouble(CheckResult::distance).sum();
    }

    /** Return the check as lines: one, marked if the condition is not met, and below it what requirements said. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                met
                        ? "    %s: %s".formatted(what, actual)
                        : "  ! %s: %s   <<< expected %s".formatted(what, actual, expected));
        reasons.forEach(reason -> lines.add("      " + reason));
        return lines;
    }
}
