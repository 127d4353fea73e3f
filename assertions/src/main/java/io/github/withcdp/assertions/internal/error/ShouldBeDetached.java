package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import org.assertj.core.error.ErrorMessageFactory;

/** A session has not ended. */
public final class ShouldBeDetached extends SafeErrorMessageFactory {

    private ShouldBeDetached(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldBeDetached(CDPSession actual, Duration limit) {
        return new ShouldBeDetached(
                "%nExpecting%n  %s%nto be detached within %s, but it is still attached.", actual, words(limit));
    }
}
