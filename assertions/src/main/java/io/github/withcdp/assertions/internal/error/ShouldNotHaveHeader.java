package io.github.withcdp.assertions.internal.error;

import org.assertj.core.error.ErrorMessageFactory;

/** A request or response has a header that it should not have. */
public final class ShouldNotHaveHeader extends SafeErrorMessageFactory {

    private ShouldNotHaveHeader(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence.
     *
     * @param kind which of the two: {@code response header}
     */
    public static ErrorMessageFactory shouldNotHaveHeader(Object actual, String kind, String name, String found) {
        return new ShouldNotHaveHeader(
                "%nExpecting%n  %s%nnot to have the %s%n  %s%nbut %s.", actual, words(kind), words(name), words(found));
    }
}
