package io.github.withcdp.assertions.internal.error;

import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** The answer to a command took too long. */
public final class ShouldHaveTakenLessThan extends SafeErrorMessageFactory {

    private ShouldHaveTakenLessThan(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with how long each took. */
    public static ErrorMessageFactory shouldHaveTakenLessThan(String method, Duration limit, List<String> took) {
        return new ShouldHaveTakenLessThan(
                "%nExpecting each%n  %s%nto be answered in less than %s, but not so:%n%s",
                words(method), words(limit), block(took));
    }
}
