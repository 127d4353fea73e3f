package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** There are not as many requests, or messages on a console, as there should be. */
public final class ShouldHaveCount extends SafeErrorMessageFactory {

    private ShouldHaveCount(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence for what is alive.
     *
     * @param demand what it should do: {@code to make 2 requests}
     * @param time how long was waited: {@code within 5 s}
     * @param deed what it did, and why the wait ended: {@code it made 1}
     */
    public static ErrorMessageFactory shouldReachCount(
            Object actual, String demand, List<String> condition, String time, String deed, List<String> evidence) {
        return new ShouldHaveCount(
                "%nExpecting%n  %s%n%s%n%s%n%s, but %s.%s",
                actual, words(demand), block(condition), words(time), words(deed), tail(evidence));
    }

    /** Return the sentence for what is on record. */
    public static ErrorMessageFactory shouldHaveCount(
            Object actual, String demand, List<String> condition, String deed, List<String> evidence) {
        return new ShouldHaveCount(
                "%nExpecting%n  %s%n%s%n%s%nbut %s.%s",
                actual, words(demand), block(condition), words(deed), tail(evidence));
    }
}
