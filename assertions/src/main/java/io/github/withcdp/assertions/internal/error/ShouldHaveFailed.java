package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request did not fail as it should. */
public final class ShouldHaveFailed extends SafeErrorMessageFactory {

    private ShouldHaveFailed(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what explains it.
     *
     * @param how it should have failed: {@code with net::ERR_FAILED}; may be empty
     * @param instead what happened: {@code it was answered with 200 OK}
     */
    public static ErrorMessageFactory shouldHaveFailed(
            Object actual, String how, String instead, List<String> evidence) {
        return new ShouldHaveFailed(
                "%nExpecting%n  %s%nto fail%s, but %s.%s",
                actual, words(how.isEmpty() ? "" : " " + how), words(instead), tail(evidence));
    }

    /** Return the sentence for one that failed and should not have. */
    public static ErrorMessageFactory shouldNotHaveFailed(Object actual, String instead, List<String> evidence) {
        return new ShouldHaveFailed(
                "%nExpecting%n  %s%nnot to fail, but %s.%s", actual, words(instead), tail(evidence));
    }
}
