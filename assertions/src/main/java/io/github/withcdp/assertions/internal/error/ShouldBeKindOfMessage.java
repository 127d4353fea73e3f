package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.recording.RecordedMessage;
import org.assertj.core.error.ErrorMessageFactory;

/** A message is of another kind. */
public final class ShouldBeKindOfMessage extends SafeErrorMessageFactory {

    private ShouldBeKindOfMessage(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence for a message that should be a command, an event or an answer. */
    public static ErrorMessageFactory shouldBeKindOfMessage(RecordedMessage actual, String expected, String kind) {
        return new ShouldBeKindOfMessage(
                "%nExpecting%n  %s%nto be %s, but it is %s.", actual, words(expected), words(kind));
    }
}
