package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.recording.RecordedMessage;
import org.assertj.core.error.ErrorMessageFactory;

/** An event or message has not the value that it should have. */
public final class ShouldHaveParam extends SafeErrorMessageFactory {

    private ShouldHaveParam(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldHaveParam(Object actual, String pointer, String expected, String value) {
        return new ShouldHaveParam(
                "%nExpecting%n  %s%nto have at %s%n  %s%nbut it has%n  %s",
                actual, words(pointer), words(expected), words(value));
    }

    /**
     * Return the sentence for a message that cannot have one.
     *
     * @param instead what it is, and what to do: {@code it is an event, which has params: see hasParam}
     */
    public static ErrorMessageFactory shouldBeAbleToHave(
            RecordedMessage actual, String pointer, String expected, String instead) {
        return new ShouldHaveParam(
                "%nExpecting%n  %s%nto have at %s%n  %s%nbut %s.",
                actual, words(pointer), words(expected), words(instead));
    }
}
