package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session receives an event that it should not. */
public final class ShouldNotReceiveEvent extends SafeErrorMessageFactory {

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
