package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import org.assertj.core.error.ErrorMessageFactory;

/** The target of a session is of another type. */
public final class ShouldHaveTargetType extends SafeErrorMessageFactory {

    private ShouldHaveTargetType(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveTargetType(CDPSession actual, String expected) {
        return new ShouldHaveTargetType(
                "%nExpecting the target of%n  %s%nto be of type%n  %s%nbut it is of type%n  %s",
                actual, words(expected), words(actual.target().type()));
    }
}
