package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Chrome did not carry out a command. */
public final class ShouldHaveSucceeded extends SafeErrorMessageFactory {

    private ShouldHaveSucceeded(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what Chrome said. */
    public static ErrorMessageFactory shouldHaveSucceeded(String method, List<String> which) {
        return new ShouldHaveSucceeded(
                "%nExpecting each%n  %s%nto succeed, but not so:%n%s", words(method), block(which));
    }
}
