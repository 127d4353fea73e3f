package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** An event is among others more or less often than it should be. */
public final class ShouldContainEventTimes extends SafeErrorMessageFactory {

    private ShouldContainEventTimes(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what came instead. */
    public static ErrorMessageFactory shouldContainEventTimes(
            Object actual, int expected, List<String> event, int times, List<String> evidence) {
        return new ShouldContainEventTimes(
                "%nExpecting%n  %s%nto contain %s%n%s%nbut it contains it %s.%s",
                actual, words("this event " + times(expected)), block(event), words(times(times)), tail(evidence));
    }
}
