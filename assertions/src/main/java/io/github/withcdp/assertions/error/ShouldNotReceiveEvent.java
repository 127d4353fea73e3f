package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A session receives an event that it should not.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldNotReceiveEvent extends Sentence {

    private ShouldNotReceiveEvent(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with the first of those that came.
     *
     * @param time how long was waited: {@code within 5 s}
     */
    public static ErrorMessageFactory shouldNotReceiveEvent(
            CDPSession actual, List<String> event, String time, int times, List<String> first) {
        return new ShouldNotReceiveEvent(
                "%nExpecting%n  %s%nnot to receive%n%s%n%s, but it came %s.%s",
                actual, block(event), words(time), words(times(times)), tail(first));
    }
}
