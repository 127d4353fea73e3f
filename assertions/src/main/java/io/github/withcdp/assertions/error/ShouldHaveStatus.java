package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A request is not answered with the status that it should be.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveStatus extends Sentence {

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
