package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** An event is among others, and should not be. */
public final class ShouldNotContainEvent extends SafeErrorMessageFactory {

    private ShouldNotContainEvent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with the first of those that came. */
    public static ErrorMessageFactory shouldNotContainEvent(
            Object actual, List<String> event, int times, List<String> first) {
        return new ShouldNotContainEvent(
                "%nExpecting%n  %s%nnot to contain the event%n%s%nbut it contains it %s.%s",
                actual, block(event), words(times(times)), tail(first));
    }
}
