package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Events are not among others in the order in which they should be. */
public final class ShouldContainEventsInOrder extends SafeErrorMessageFactory {

    private ShouldContainEventsInOrder(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence; the lines of the events say how far the order went. */
    public static ErrorMessageFactory shouldContainEventsInOrder(
            Object actual, List<String> events, List<String> evidence) {
        return new ShouldContainEventsInOrder(
                "%nExpecting%n  %s%nto contain in this order%n%s%nbut it does not.%s",
                actual, block(events), tail(evidence));
    }
}
