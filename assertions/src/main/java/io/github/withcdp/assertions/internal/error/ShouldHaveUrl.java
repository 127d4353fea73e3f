package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import org.assertj.core.error.ErrorMessageFactory;

/** The target of a session does not get to a URL in time. */
public final class ShouldHaveUrl extends SafeErrorMessageFactory {

    private ShouldHaveUrl(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why the wait ended. */
    public static ErrorMessageFactory shouldHaveUrl(CDPSession actual, String expected, Duration limit, String ending) {
        return new ShouldHaveUrl(
                "%nExpecting the URL of%n  %s%nto become%n  %s%nwithin %s, but %s. It is%n  %s",
                actual,
                words(expected),
                words(limit),
                words(ending),
                words("\"" + actual.target().url() + "\""));
    }
}
