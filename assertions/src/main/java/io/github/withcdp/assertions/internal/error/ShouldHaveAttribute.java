package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request or a console message is not as it should be. */
public final class ShouldHaveAttribute extends SafeErrorMessageFactory {

    private ShouldHaveAttribute(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence.
     *
     * @param what it should have: {@code method}
     */
    public static ErrorMessageFactory shouldHaveAttribute(Object actual, String what, String expected, String value) {
        return shouldHaveAttribute(actual, what, expected, value, List.of());
    }

    /** Return the sentence, with what explains it. */
    public static ErrorMessageFactory shouldHaveAttribute(
            Object actual, String what, String expected, String value, List<String> evidence) {
        return new ShouldHaveAttribute(
                "%nExpecting%n  %s%nto have the %s%n  %s%nbut it has%n  %s%s",
                actual, words(what), words(expected), words(value), tail(evidence));
    }
}
