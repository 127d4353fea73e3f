package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * An event or message has not the value that it should have.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveParam extends Sentence {

    private ShouldHaveParam(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveParam(Object actual, String pointer, String expected, String value) {
        return new ShouldHaveParam(
                "%nExpecting%n  %s%nto have at %s%n  %s%nbut it has%n  %s",
                actual, words(pointer), words(expected), words(value));
    }
}
