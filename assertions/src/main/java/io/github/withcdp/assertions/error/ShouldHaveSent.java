package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * A command was not sent.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveSent extends Sentence {

    private ShouldHaveSent(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with what was sent instead. */
    public static ErrorMessageFactory shouldHaveSent(Object actual, List<String> command, List<String> evidence) {
        return new ShouldHaveSent(
                "%nExpecting%n  %s%nto have sent%n%s%nbut it has not.%s", actual, block(command), tail(evidence));
    }
}
