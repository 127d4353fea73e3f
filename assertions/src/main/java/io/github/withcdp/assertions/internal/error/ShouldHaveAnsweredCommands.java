package io.github.withcdp.assertions.internal.error;

import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Commands have no answer. */
public final class ShouldHaveAnsweredCommands extends SafeErrorMessageFactory {

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
