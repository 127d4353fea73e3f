package io.github.withcdp.assertions;

/**
 * How one event fares with one condition.
 *
 * @param what is looked at: {@code /response/status}
 * @param expected what it should be, as a message shows it
 * @param actual what it is, as a message shows it
 * @param met whether it is as it should be
 * @param distance how far it is from that: 0 if met, up to 1
 */
record Check(String what, String expected, String actual, boolean met, double distance) {

    static Check of(String what, String expected, String actual, boolean met) {
        return new Check(what, expected, actual, met, met ? 0 : 1);
    }

    /** Return the check as a line, marked if the condition is not met. */
    String line() {
        return met
                ? "    %s: %s".formatted(what, actual)
                : "  ! %s: %s   <<< expected %s".formatted(what, actual, expected);
    }
}
