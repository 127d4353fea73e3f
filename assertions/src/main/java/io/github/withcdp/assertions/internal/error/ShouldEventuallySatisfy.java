package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session does not satisfy requirements in time. */
public final class ShouldEventuallySatisfy extends SafeErrorMessageFactory {

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
