package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session does not receive an event in time. */
public final class ShouldReceiveEvent extends SafeErrorMessageFactory {

    private ShouldReceiveEvent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why the wait ended and what came instead. */
    public static ErrorMessageFactory shouldReceiveEvent(
            CDPSession actual, List<String> event, Duration limit, String ending, List<String> evidence) {
        return new ShouldReceiveEvent(
                "%nExpecting%n  %s%nto receive%n%s%nwithin %s, but %s.%s",
                actual, block(event), words(limit), words(ending), tail(evidence));
    }
}
