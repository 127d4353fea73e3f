package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeComplete;
import io.github.withcdp.assertions.internal.error.ShouldHaveSent;
import io.github.withcdp.assertions.internal.error.ShouldHaveSucceeded;
import io.github.withcdp.assertions.internal.error.ShouldHaveTakenLessThan;
import io.github.withcdp.assertions.internal.evidence.EventEvidence;
import io.github.withcdp.assertions.internal.evidence.RecordedCommands;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about how the commands of one method fared, each of them. {@link RecordingAssert#command} leads here.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CommandAssert extends AbstractAssert<CommandAssert, SentCommands> {

    /** Create an assertion about the commands of a method. */
    protected CommandAssert(@Nullable SentCommands actual) {
        super(actual, CommandAssert.class);
    }

    /**
     * Verify that each was answered in less than some time.
     *
     * <pre>{@code
     * assertThat(page.recording()).command("Page.navigate").tookLessThan(ofSeconds(2)); // passes if each navigation was quick
     * assertThat(page.recording()).command("Page.navigate").tookLessThan(ofNanos(1)); // fails
     * }</pre>
     *
     * @throws AssertionError if one took as long or longer, or was not answered, or none was sent
     */
    public CommandAssert tookLessThan(Duration limit) {
        var slow = complaints((command, answer) -> {
            var took = answer.elapsed().minus(command.elapsed());
            return took.compareTo(limit) < 0 ? Optional.empty() : Optional.of("took " + Durations.format(took));
        });
        if (!slow.isEmpty()) {
            throwAssertionError(ShouldHaveTakenLessThan.shouldHaveTakenLessThan(
                    actual.pattern().method(), limit, slow));
        }
        verifyComplete("to have had an answer to each %s in time"
                .formatted(actual.pattern().method()));
        return myself;
    }

    /**
     * Verify that Chrome carried each of them out.
     *
     * <pre>{@code
     * page.navigate("about:blank");
     * assertThat(page.recording()).command("Page.navigate").succeeded(); // passes
     *
     * page.sendAsync("Page.navigate", Map.of("url", "no URL"));
     * assertThat(page.recording()).command("Page.navigate").succeeded(); // fails
     * }</pre>
     *
     * @throws AssertionError if Chrome answered one with an error, or not at all, or none was sent
     */
    public CommandAssert succeeded() {
        var failed = complaints((command, answer) -> {
            var error = answer.tree().path("error");
            return error.isObject() ? Optional.of("failed: " + ShownText.value(error)) : Optional.empty();
        });
        if (!failed.isEmpty()) {
            throwAssertionError(
                    ShouldHaveSucceeded.shouldHaveSucceeded(actual.pattern().method(), failed));
        }
        verifyComplete(
                "to have had each %s carried out".formatted(actual.pattern().method()));
        return myself;
    }

    private void verifyComplete(String demand) {
        var recording = actual.recording();
        if (!recording.isComplete()) {
            throwAssertionError(
                    ShouldBeComplete.shouldBeCompleteToKnow(recording, demand, recording.incompleteBecause()));
        }
    }

    /** Return what there is to complain about, a line for each command; that there is no answer always is. */
    private List<String> complaints(BiFunction<RecordedMessage, RecordedMessage, Optional<String>> complaint) {
        isNotNull();
        var pattern = actual.pattern();
        var recording = actual.recording();
        var commands =
                recording.commands().stream() // before the answers, so that none is missed in a recording that goes on
                        .filter(command ->
                                command.method().equals(actual.pattern().method()))
                        .toList();
        if (commands.isEmpty()) {
            throwAssertionError(ShouldHaveSent.shouldHaveSent(
                    recording,
                    pattern.lines(),
                    EventEvidence.ofCommands(RecordedCommands.of(recording)).insteadOf(pattern)));
        }
        var answers = RecordedCommands.answers(recording);
        var complaints = new ArrayList<String>();
        for (var command : commands) {
            Optional.ofNullable(answers.get(command.id().orElse(0)))
                    .map(answer -> complaint.apply(command, answer))
                    .orElse(Optional.of("was not answered"))
                    .ifPresent(what -> complaints.add("#%d in session %s %s"
                            .formatted(command.id().orElse(0), command.session().shortened(), what)));
        }
        return ShownText.firstOf(complaints);
    }
}
