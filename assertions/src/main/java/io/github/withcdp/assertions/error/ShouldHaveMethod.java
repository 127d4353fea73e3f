package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * An event or message has another method.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveMethod extends Sentence {

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
