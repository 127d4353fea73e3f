package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A session has ended.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldBeAttached extends Sentence {

    private ShouldBeAttached(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why it has ended. */
    public static ErrorMessageFactory shouldBeAttached(CDPSession actual, String why, List<String> details) {
        return new ShouldBeAttached("%nExpecting%n  %s%nto be attached, but %s.%s", actual, words(why), tail(details));
    }
}
