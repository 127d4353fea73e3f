package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A command was sent, and should not have been. */
public final class ShouldNotHaveSent extends SafeErrorMessageFactory {

    private ShouldNotHaveSent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with the first of those that were sent. */
    public static ErrorMessageFactory shouldNotHaveSent(
            Object actual, List<String> command, int times, List<String> first) {
        return new ShouldNotHaveSent(
                "%nExpecting%n  %s%nnot to have sent%n%s%nbut it was sent %s.%s",
                actual, block(command), words(times(times)), tail(first));
    }
}
