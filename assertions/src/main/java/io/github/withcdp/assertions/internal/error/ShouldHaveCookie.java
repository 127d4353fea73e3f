package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A cookie does not come to be there, or to be gone. */
public final class ShouldHaveCookie extends SafeErrorMessageFactory {

    private ShouldHaveCookie(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with the cookies that there are.
     *
     * @param expected the name, and the value if one is expected
     */
    public static ErrorMessageFactory shouldHaveCookie(
            CDPSession actual, String expected, Duration limit, String ending, List<String> cookies) {
        return new ShouldHaveCookie(
                "%nExpecting%n  %s%nto get the cookie%n  %s%nwithin %s, but %s.%s",
                actual, words(expected), words(limit), words(ending), tail(cookies));
    }

    /** Return the sentence for one that should be gone. */
    public static ErrorMessageFactory shouldNotHaveCookie(
            CDPSession actual, String name, Duration limit, String ending, List<String> cookies) {
        return new ShouldHaveCookie(
                "%nExpecting%n  %s%nto be without the cookie%n  %s%nwithin %s, but %s.%s",
                actual, words(name), words(limit), words(ending), tail(cookies));
    }
}
