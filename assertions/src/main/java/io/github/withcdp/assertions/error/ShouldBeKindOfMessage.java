package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.recording.RecordedMessage;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A message is of another kind.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldBeKindOfMessage extends Sentence {

    private ShouldBeKindOfMessage(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence for a message that should be a command, an event or an answer. */
    public static ErrorMessageFactory shouldBeKindOfMessage(RecordedMessage actual, String expected, String kind) {
        return new ShouldBeKindOfMessage(
                "%nExpecting%n  %s%nto be %s, but it is %s.", actual, words(expected), words(kind));
    }
}
