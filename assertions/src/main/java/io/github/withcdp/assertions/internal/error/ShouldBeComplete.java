package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.recording.Recording;
import org.assertj.core.error.ErrorMessageFactory;

/** Messages are missing in a recording. */
public final class ShouldBeComplete extends SafeErrorMessageFactory {

    private ShouldBeComplete(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with why they are missing. */
    public static ErrorMessageFactory shouldBeComplete(Recording actual) {
        return new ShouldBeComplete(
                "%nExpecting%n  %s%nto be complete, but messages are missing:%n  %s",
                actual, words(actual.incompleteBecause()));
    }

    /**
     * Return the sentence about something that is so with what is there, but need not be so with what is missing.
     *
     * @param demand what should be so: {@code not to contain the event Page.loadEventFired}
     * @param incompleteBecause why messages are missing
     */
    public static ErrorMessageFactory shouldBeCompleteToKnow(Object actual, String demand, String incompleteBecause) {
        return new ShouldBeComplete(
                "%nExpecting%n  %s%n%s%nSo it is with what is on record, but that does not mean much, because messages are missing:%n  %s",
                actual, words(demand), words(incompleteBecause));
    }
}
