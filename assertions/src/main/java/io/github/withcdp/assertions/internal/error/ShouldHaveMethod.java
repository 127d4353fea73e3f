package io.github.withcdp.assertions.internal.error;

import org.assertj.core.error.ErrorMessageFactory;

/** An event or message has another method. */
public final class ShouldHaveMethod extends SafeErrorMessageFactory {

    private ShouldHaveMethod(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveMethod(Object actual, String expected, String method) {
        return new ShouldHaveMethod(
                "%nExpecting%n  %s%nto have the method%n  %s%nbut it has%n  %s",
                actual, words(expected), words(method));
    }
}
