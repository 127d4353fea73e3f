package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A command was not sent. */
public final class ShouldHaveSent extends SafeErrorMessageFactory {

    private ShouldHaveSent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what was sent instead. */
    public static ErrorMessageFactory shouldHaveSent(Object actual, List<String> command, List<String> evidence) {
        return new ShouldHaveSent(
                "%nExpecting%n  %s%nto have sent%n%s%nbut it has not.%s", actual, block(command), tail(evidence));
    }
}
