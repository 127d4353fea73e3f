package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session has ended. */
public final class ShouldBeAttached extends SafeErrorMessageFactory {

    private ShouldBeAttached(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why it has ended. */
    public static ErrorMessageFactory shouldBeAttached(CDPSession actual, String why, List<String> details) {
        return new ShouldBeAttached("%nExpecting%n  %s%nto be attached, but %s.%s", actual, words(why), tail(details));
    }
}
