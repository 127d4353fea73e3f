package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request or a console message is not as it should be. */
public final class ShouldHaveQuality extends Sentence {

    private ShouldHaveQuality(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence.
     *
     * @param what it should have: {@code method}
     */
    public static ErrorMessageFactory shouldHaveQuality(Object actual, String what, String expected, String value) {
        return shouldHaveQuality(actual, what, expected, value, List.of());
    }

    /** Return the sentence, with what explains it. */
    public static ErrorMessageFactory shouldHaveQuality(
            Object actual, String what, String expected, String value, List<String> evidence) {
        return new ShouldHaveQuality(
                "%nExpecting%n  %s%nto have the %s%n  %s%nbut it has%n  %s%s",
                actual, words(what), words(expected), words(value), tail(evidence));
    }
}
