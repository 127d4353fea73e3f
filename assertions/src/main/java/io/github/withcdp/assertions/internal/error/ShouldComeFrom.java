package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** The answer to a request came from somewhere else. */
public final class ShouldComeFrom extends SafeErrorMessageFactory {

    private ShouldComeFrom(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what explains it.
     *
     * @param expected where from: {@code a cache}
     * @param instead what happened: {@code it came from the network}
     */
    public static ErrorMessageFactory shouldComeFrom(
            Object actual, String expected, String instead, List<String> evidence) {
        return new ShouldComeFrom(
                "%nExpecting the answer to%n  %s%nto come from %s, but %s.%s",
                actual, words(expected), words(instead), tail(evidence));
    }
}
