package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A session does not receive an event in time.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldReceiveEvent extends Sentence {

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
