package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A session receives an event more or less often than it should. */
public final class ShouldReceiveEventTimes extends SafeErrorMessageFactory {

    private static final String FORMAT = "%nExpecting%n  %s%nto receive %s%n%s%n%s, but it %s%s.%s";

    private ShouldReceiveEventTimes(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence for an exact number.
     *
     * @param time how long was waited: {@code within 5 s}
     */
    public static ErrorMessageFactory shouldReceiveEventTimes(
            CDPSession actual,
            int expected,
            List<String> event,
            String time,
            int times,
            String ending,
            List<String> evidence) {
        return new ShouldReceiveEventTimes(
                FORMAT,
                actual,
                words(times(expected)),
                block(event),
                words(time),
                words(came(times)),
                words(ending),
                tail(evidence));
    }

    /** Return the sentence for a smallest number. */
    public static ErrorMessageFactory shouldReceiveEventAtLeast(
            CDPSession actual,
            int expected,
            List<String> event,
            Duration limit,
            int times,
            String ending,
            List<String> evidence) {
        return new ShouldReceiveEventTimes(
                FORMAT,
                actual,
                words("at least " + times(expected)),
                block(event),
                words("within " + Durations.format(limit)),
                words(came(times)),
                words(ending),
                tail(evidence));
    }

    private static String came(int times) {
        return times == 0 ? "never came" : "came " + times(times);
    }
}
