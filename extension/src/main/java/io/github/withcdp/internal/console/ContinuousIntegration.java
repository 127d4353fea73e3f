package io.github.withcdp.internal.console;

import java.util.Optional;

/** Whether these tests run in CI, where nobody looks and nobody presses keys. */
public final class ContinuousIntegration {

    private ContinuousIntegration() {}

    /** Return whether they do. */
    public static boolean isHere() {
        return isSaidBy(variable());
    }

    /** Return the environment variable {@code CI}; empty if it is not set. */
    static String variable() {
        return Optional.ofNullable(System.getenv("CI")).orElse("");
    }

    static boolean isSaidBy(String variable) {
        var value = variable.strip();
        return !value.isEmpty() && !value.equalsIgnoreCase("false") && !value.equals("0");
    }
}
