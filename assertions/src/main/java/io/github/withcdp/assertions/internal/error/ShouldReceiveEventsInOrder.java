package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session does not receive events in the order in which they should come. */
public final class ShouldReceiveEventsInOrder extends SafeErrorMessageFactory {

    private ShouldReceiveEventsInOrder(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence; the lines of the events say how far the order went. */
    public static ErrorMessageFactory shouldReceiveEventsInOrder(
            CDPSession actual, List<String> events, Duration limit, String ending, List<String> evidence) {
        return new ShouldReceiveEventsInOrder(
                "%nExpecting%n  %s%nto receive in this order%n%s%nwithin %s, but %s.%s",
                actual, block(events), words(limit), words(ending), tail(evidence));
    }
}
