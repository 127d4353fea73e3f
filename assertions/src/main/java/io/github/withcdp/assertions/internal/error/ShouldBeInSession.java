package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.protocol.SessionId;
import org.assertj.core.error.ErrorMessageFactory;

/** An event or message belongs to another session. */
public final class ShouldBeInSession extends SafeErrorMessageFactory {

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
