package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request or response has not the header that it should have. */
public final class ShouldHaveHeader extends SafeErrorMessageFactory {

    private ShouldHaveHeader(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what explains it.
     *
     * @param kind which of the two: {@code response header}
     * @param expected the name, and the value if one is expected
     * @param found what there is instead: {@code it has content-type: "text/html"}
     */
    public static ErrorMessageFactory shouldHaveHeader(
            Object actual, String kind, String expected, String found, List<String> evidence) {
        return new ShouldHaveHeader(
                "%nExpecting%n  %s%nto have the %s%n  %s%nbut %s.%s",
                actual, words(kind), words(expected), words(found), tail(evidence));
    }
}
