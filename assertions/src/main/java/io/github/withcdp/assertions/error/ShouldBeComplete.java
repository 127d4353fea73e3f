package io.github.withcdp.assertions.error;

import io.github.withcdp.recording.Recording;
import org.assertj.core.error.ErrorMessageFactory;

/** Messages are missing in a recording. */
public final class ShouldBeComplete extends Sentence {

    private ShouldBeComplete(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why they are missing. */
    public static ErrorMessageFactory shouldBeComplete(Recording actual) {
        return new ShouldBeComplete(
                "%nExpecting%n  %s%nto be complete, but messages are missing:%n  %s",
                actual, words(actual.incompleteBecause()));
    }
}
