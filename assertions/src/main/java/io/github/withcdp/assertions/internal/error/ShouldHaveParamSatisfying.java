package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A value of an event does not satisfy requirements. */
public final class ShouldHaveParamSatisfying extends SafeErrorMessageFactory {

    private ShouldHaveParamSatisfying(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what the requirements said. */
    public static ErrorMessageFactory shouldHaveParamSatisfying(
            Object actual, String pointer, String value, List<String> failure) {
        return new ShouldHaveParamSatisfying(
                "%nExpecting%n  %s%nto have at %s a value that satisfies the requirements, but it has%n  %s%nof which they say:%n%s",
                actual, words(pointer), words(value), block(failure));
    }
}
