package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.recording.RecordedMessage;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A message has another id, or none.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveId extends Sentence {

    private ShouldHaveId(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveId(RecordedMessage actual, int expected) {
        return new ShouldHaveId(
                "%nExpecting%n  %s%nto have the id %s, but it has %s.",
                actual,
                expected,
                words(actual.id().isPresent() ? String.valueOf(actual.id().getAsInt()) : "none"));
    }
}
