package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** There are failed requests, or errors on a console, and there should be none. */
public final class ShouldNotHaveFailures extends SafeErrorMessageFactory {

    private ShouldNotHaveFailures(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence.
     *
     * @param what there should be none of: {@code failed requests}
     * @param deed what there is instead: {@code 2 of 7 failed}
     */
    public static ErrorMessageFactory shouldNotHaveFailures(
            Object actual, String what, List<String> except, String deed, List<String> failures) {
        return new ShouldNotHaveFailures(
                "%nExpecting%n  %s%nto have no %s%s,%nbut %s:%n%s",
                actual,
                words(what),
                unquotedString(except.isEmpty() ? "" : " except" + System.lineSeparator() + block(except)),
                words(deed),
                block(failures));
    }
}
