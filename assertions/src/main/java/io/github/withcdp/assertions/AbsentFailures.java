package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.error.ShouldBeObservable;
import io.github.withcdp.assertions.internal.evidence.ChildSessionWarning;
import io.github.withcdp.assertions.internal.evidence.PageFailures;
import io.github.withcdp.assertions.internal.text.ShownConsole;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.error.ErrorMessageFactory;

/** The failures that a session should not have: each method waits until nothing more is to be expected, and returns the sentence about those there are. */
final class AbsentFailures {

    /** What tells that a request has failed. */
    private static final Set<String> FAILING =
            Set.of("Network.loadingFailed", "Network.responseReceived", "Network.responseReceivedExtraInfo");

    private final CDPSession actual;
    private final WaitSettings waiting;

    AbsentFailures(CDPSession actual, WaitSettings waiting) {
        this.actual = actual;
        this.waiting = waiting;
    }

    /** Look for requests that fail, as soon as one does. */
    Optional<ErrorMessageFactory> ofRequests(List<RequestCondition> conditions) {
        var except = RequestCondition.exemption(conditions);
        Supplier<Optional<ErrorMessageFactory>> failures = () ->
                PageFailures.ofRequests(actual, waiting.sessions().recording().exchanges(), except);
        var outcome =
                waiting.untilRest(FAILING::contains).unless(() -> failures.get().isPresent());
        return verdict(
                "failed requests",
                outcome,
                failures.get(),
                recording -> PageFailures.requests(recording.exchanges(), except));
    }

    /** Look for errors on the console at the end: the rejection of a promise is an error no more when its handler comes later. */
    Optional<ErrorMessageFactory> ofConsole(List<ConsoleCondition> conditions) {
        var except = ConsoleCondition.exemption(conditions);
        var outcome = waiting.untilRest(LiveConsole.EVENTS::contains).unless(() -> false);
        return verdict(
                "console errors",
                outcome,
                PageFailures.ofConsole(actual, waiting.sessions().recording().console(), except),
                recording -> PageFailures.errors(recording.console(), except).stream()
                        .map(ShownConsole::line)
                        .toList());
    }

    private Optional<ErrorMessageFactory> verdict(
            String what,
            WaitOutcome outcome,
            Optional<ErrorMessageFactory> failures,
            Function<Recording, List<String>> ofChild) {
        if (failures.isPresent()) {
            return failures;
        }
        if (outcome.is(Kind.LOST)) {
            return Optional.of(ShouldBeObservable.shouldBeObservable(
                    actual, "to have no " + what, outcome.clause(), outcome.details()));
        }
        if (!waiting.sessions().withChildren()) {
            ChildSessionWarning.inChildren(actual, what, ofChild);
        }
        return Optional.empty();
    }
}
