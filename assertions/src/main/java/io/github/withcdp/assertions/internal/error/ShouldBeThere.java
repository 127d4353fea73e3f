package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** There is nothing that could be looked at; soft assertions get here after they have said why. */
public final class ShouldBeThere extends SafeErrorMessageFactory {

    private ShouldBeThere(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence. */
    public static ErrorMessageFactory shouldBeThere(List<String> condition) {
        return new ShouldBeThere("%nExpecting a request like%n%s%nto look at, but there is none.", block(condition));
    }
}
