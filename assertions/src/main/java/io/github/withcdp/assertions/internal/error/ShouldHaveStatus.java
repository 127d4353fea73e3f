package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request is not answered with the status that it should be. */
public final class ShouldHaveStatus extends SafeErrorMessageFactory {

    private ShouldHaveStatus(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what explains it.
     *
     * @param answer what came: {@code it was answered with 404 Not Found}
     */
    public static ErrorMessageFactory shouldHaveStatus(
            Object actual, int status, String answer, List<String> evidence) {
        return new ShouldHaveStatus(
                "%nExpecting%n  %s%nto be answered with%n  %s%nbut %s.%s",
                actual, status, words(answer), tail(evidence));
    }
}
