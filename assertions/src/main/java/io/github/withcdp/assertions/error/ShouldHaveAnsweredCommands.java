package io.github.withcdp.assertions.error;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * Commands have no answer.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ShouldHaveAnsweredCommands extends Sentence {

    private ShouldHaveAnsweredCommands(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence, with those that have none. */
    public static ErrorMessageFactory shouldHaveAnsweredCommands(
            Object actual, int unanswered, int commands, List<String> which) {
        return new ShouldHaveAnsweredCommands(
                "%nExpecting all commands of%n  %s%nto be answered, but %s of %s are not:%n%s",
                actual, unanswered, commands, block(which));
    }
}
