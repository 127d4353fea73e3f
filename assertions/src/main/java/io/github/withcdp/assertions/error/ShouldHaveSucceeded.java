package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * Chrome did not carry out a command.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveSucceeded extends Sentence {

    private ShouldHaveSucceeded(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what Chrome said. */
    public static ErrorMessageFactory shouldHaveSucceeded(String method, List<String> which) {
        return new ShouldHaveSucceeded(
                "%nExpecting each%n  %s%nto succeed, but not so:%n%s", words(method), block(which));
    }
}
