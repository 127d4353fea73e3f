package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * An event has a value that it should not have.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldNotHaveParam extends Sentence {

    private ShouldNotHaveParam(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldNotHaveParam(Object actual, String pointer, String value) {
        return new ShouldNotHaveParam(
                "%nExpecting%n  %s%nto have nothing at %s, but it has%n  %s", actual, words(pointer), words(value));
    }
}
