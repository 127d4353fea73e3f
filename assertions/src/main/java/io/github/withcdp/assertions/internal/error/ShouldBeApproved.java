package io.github.withcdp.assertions.internal.error;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** What was recorded is not what somebody has approved. */
public final class ShouldBeApproved extends SafeErrorMessageFactory {

    private ShouldBeApproved(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Return the sentence for a recording of which nobody has approved anything yet. */
    public static ErrorMessageFactory shouldHaveApproved(Object actual, Path approved, Path received) {
        return new ShouldBeApproved(
                "%nExpecting%n  %s%nto be like what is approved in%n  %s%nbut there is no such file.%s",
                actual,
                words(approved.toString()),
                tail(List.of(
                        "What was recorded stands in " + received,
                        "Look at it. If it is right, rename it to " + approved.getFileName())));
    }

    /**
     * Return the sentence, with what differs.
     *
     * @param lines of one and of the other only; empty if just the order of the commands is another one
     */
    public static ErrorMessageFactory shouldBeApproved(
            Object actual, Path approved, Path received, List<String> lines) {
        var evidence = new ArrayList<>(lines);
        evidence.add("What was recorded stands in " + received);
        evidence.add("If that is right, let it take the place of " + approved.getFileName());
        return new ShouldBeApproved(
                "%nExpecting%n  %s%nto be like what is approved in%n  %s%nbut %s.%s",
                actual,
                words(approved.toString()),
                words(lines.isEmpty() ? "its commands come in another order" : "it is not"),
                tail(evidence));
    }
}
