package io.github.withcdp.assertions.internal.error;

import org.assertj.core.error.ErrorMessageFactory;

/** An event has a value that it should not have. */
public final class ShouldNotHaveParam extends SafeErrorMessageFactory {

    private ShouldNotHaveParam(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldNotHaveParam(Object actual, String pointer, String value) {
        return new ShouldNotHaveParam(
                "%nExpecting%n  %s%nto have nothing at %s, but it has%n  %s", actual, words(pointer), words(value));
    }
}
