package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request is not what a redirect led to, or is and should not be. */
public final class ShouldBeRedirected extends SafeErrorMessageFactory {

    private ShouldBeRedirected(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with the redirects that there were.
     *
     * @param from where it should come from, empty for anywhere: {@code a URL matching "https://shop.example/old"}
     */
    public static ErrorMessageFactory shouldBeRedirected(Object actual, String from, List<String> redirects) {
        return new ShouldBeRedirected(
                "%nExpecting%n  %s%nto be where a redirect led to%s, but %s.%s",
                actual,
                words(from.isEmpty() ? "" : " from " + from),
                words(redirects.isEmpty() ? "there was no redirect" : "it was redirected from elsewhere"),
                tail(redirects));
    }

    /** Return the sentence for one that should have been asked for in the first place. */
    public static ErrorMessageFactory shouldNotBeRedirected(Object actual, List<String> redirects) {
        return new ShouldBeRedirected(
                "%nExpecting%n  %s%nnot to be where a redirect led to, but it was redirected.%s",
                actual, tail(redirects));
    }
}
