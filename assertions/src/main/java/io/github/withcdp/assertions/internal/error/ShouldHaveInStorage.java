package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** The storage of a page does not come to be as it should. */
public final class ShouldHaveInStorage extends SafeErrorMessageFactory {

    private ShouldHaveInStorage(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what is there.
     *
     * @param storage which: {@code local storage}
     * @param expected what should be in it: {@code theme: "dark"}
     */
    public static ErrorMessageFactory shouldHaveInStorage(
            CDPSession actual, String storage, String expected, Duration limit, String ending, List<String> items) {
        return new ShouldHaveInStorage(
                "%nExpecting%n  %s%nto have in its %s%n  %s%nwithin %s, but %s.%s",
                actual, words(storage), words(expected), words(limit), words(ending), tail(items));
    }
}
