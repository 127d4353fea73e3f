package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** An expression does not come to have the value that it should. */
public final class ShouldEvaluateTo extends SafeErrorMessageFactory {

    private ShouldEvaluateTo(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what the expression had for values instead.
     *
     * @param expression its lines
     * @param expected what the value should be: {@code "42.00"}, {@code containing "42"}
     */
    public static ErrorMessageFactory shouldEvaluateTo(
            CDPSession actual,
            List<String> expression,
            String expected,
            Duration limit,
            String ending,
            List<String> values) {
        return new ShouldEvaluateTo(
                "%nExpecting%n  %s%nto evaluate%n%s%nto%n  %s%nwithin %s, but %s.%s",
                actual, block(expression), words(expected), words(limit), words(ending), tail(values));
    }
}
