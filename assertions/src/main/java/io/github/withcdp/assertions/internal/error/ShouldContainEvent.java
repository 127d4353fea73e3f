package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** An event is not among others. */
public final class ShouldContainEvent extends SafeErrorMessageFactory {

    private ShouldContainEvent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what came instead. */
    public static ErrorMessageFactory shouldContainEvent(Object actual, List<String> event, List<String> evidence) {
        return new ShouldContainEvent(
                "%nExpecting%n  %s%nto contain the event%n%s%nbut it does not.%s",
                actual, block(event), tail(evidence));
    }
}
