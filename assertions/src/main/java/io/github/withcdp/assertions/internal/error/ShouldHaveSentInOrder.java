package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Commands were not sent in the order in which they should be. */
public final class ShouldHaveSentInOrder extends SafeErrorMessageFactory {

    private ShouldHaveSentInOrder(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence; the lines of the commands say how far the order went. */
    public static ErrorMessageFactory shouldHaveSentInOrder(
            Object actual, List<String> commands, List<String> evidence) {
        return new ShouldHaveSentInOrder(
                "%nExpecting%n  %s%nto have sent in this order%n%s%nbut it has not.%s",
                actual, block(commands), tail(evidence));
    }
}
