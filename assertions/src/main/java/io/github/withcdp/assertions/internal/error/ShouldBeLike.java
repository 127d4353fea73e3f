package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** A recording differs from another one. */
public final class ShouldBeLike extends SafeErrorMessageFactory {

    private ShouldBeLike(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * Return the sentence, with what differs.
     *
     * @param expected what it should be like
     * @param count how many things differ
     * @param differences the first ones
     */
    public static ErrorMessageFactory shouldBeLike(
            Object actual, Object expected, int count, List<String> differences) {
        return new ShouldBeLike(
                "%nExpecting%n  %s%nto be like%n  %s%nbut %s.%s",
                actual, expected, words(count == 1 ? "1 thing differs" : count + " things differ"), tail(differences));
    }
}
