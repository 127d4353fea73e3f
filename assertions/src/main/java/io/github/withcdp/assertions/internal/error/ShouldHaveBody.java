package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request or response has no body to look at, or one of another kind. */
public final class ShouldHaveBody extends SafeErrorMessageFactory {

    private ShouldHaveBody(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what explains it.
     *
     * @param kind which it should have: {@code response body that is JSON}
     */
    public static ErrorMessageFactory shouldHaveBody(Object actual, String kind, String why, List<String> evidence) {
        return new ShouldHaveBody(
                "%nExpecting%n  %s%nto have a %s, but %s.%s", actual, words(kind), words(why), tail(evidence));
    }
}
