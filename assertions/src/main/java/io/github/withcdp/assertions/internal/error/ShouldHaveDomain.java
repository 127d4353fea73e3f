package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.protocol.CDPEvent;
import org.assertj.core.error.ErrorMessageFactory;

/** An event is of another domain. */
public final class ShouldHaveDomain extends SafeErrorMessageFactory {

    private ShouldHaveDomain(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveDomain(CDPEvent actual, String expected) {
        return new ShouldHaveDomain(
                "%nExpecting%n  %s%nto be of the domain%n  %s%nbut it is of%n  %s",
                actual, words(expected), words(actual.domain()));
    }
}
