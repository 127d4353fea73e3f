package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.SessionId;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * An event or message belongs to another session.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldBeInSession extends Sentence {

    private ShouldBeInSession(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldBeInSession(Object actual, SessionId expected, SessionId session) {
        return new ShouldBeInSession(
                "%nExpecting%n  %s%nto be in session%n  %s%nbut it is in session%n  %s",
                actual, words(expected.toString()), words(session.toString()));
    }
}
