package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A session does not satisfy requirements in time.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldEventuallySatisfy extends Sentence {

    private ShouldEventuallySatisfy(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why the wait ended and what the requirements said last. */
    public static ErrorMessageFactory shouldEventuallySatisfy(
            CDPSession actual, Duration limit, String ending, List<String> lastFailure) {
        return new ShouldEventuallySatisfy(
                "%nExpecting%n  %s%nto satisfy the requirements within %s, but %s. They said last:%n%s",
                actual, words(limit), words(ending), block(lastFailure));
    }
}
