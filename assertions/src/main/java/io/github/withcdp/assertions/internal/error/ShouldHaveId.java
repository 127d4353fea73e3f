package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.recording.RecordedMessage;
import org.assertj.core.error.ErrorMessageFactory;

/** A message has another id, or none. */
public final class ShouldHaveId extends SafeErrorMessageFactory {

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
