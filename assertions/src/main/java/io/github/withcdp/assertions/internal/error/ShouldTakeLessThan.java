package io.github.withcdp.assertions.internal.error;

import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A request took too long. */
public final class ShouldTakeLessThan extends SafeErrorMessageFactory {

    private ShouldTakeLessThan(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with where the time went.
     *
     * @param took how long it took: {@code it took 2 s}
     */
    public static ErrorMessageFactory shouldTakeLessThan(
            Object actual, Duration limit, String took, List<String> phases) {
        return new ShouldTakeLessThan(
                "%nExpecting%n  %s%nto take less than %s, but %s.%s", actual, words(limit), words(took), tail(phases));
    }
}
