package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.error.ShouldBeObservable;
import io.github.withcdp.assertions.internal.error.ShouldNotReceiveEvent;
import io.github.withcdp.assertions.internal.error.ShouldReceiveEvent;
import io.github.withcdp.assertions.internal.error.ShouldReceiveEventTimes;
import io.github.withcdp.assertions.internal.error.ShouldReceiveEventsInOrder;
import io.github.withcdp.assertions.internal.evidence.EventEvidence;
import io.github.withcdp.assertions.internal.evidence.MissingEventHint;
import io.github.withcdp.assertions.internal.match.EventCounter;
import io.github.withcdp.assertions.internal.match.EventMatcher;
import io.github.withcdp.assertions.internal.match.EventOrder;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.session.RelatedSessions;
import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.error.ErrorMessageFactory;

/** The events that a session receives: each method waits for what should come, or should not, and returns the failure if it is otherwise. */
final class ReceivedEvents {

    private final CDPSession actual;
    private final WaitSettings waiting;
    private final SessionGroup sessions;

    ReceivedEvents(CDPSession actual, WaitSettings waiting) {
        this.actual = actual;
        this.waiting = waiting;
        this.sessions = waiting.sessions();
    }

    /** Look for one, and as many more as there may be. */
    Optional<ErrorMessageFactory> any(EventPattern pattern) {
        var counter = counter(pattern);
        var outcome = waiting.lookingAt(pattern.method()::equals).until(() -> counter.count() > 0);
        return outcome.is(Kind.REACHED)
                ? demanded(counter.first(1))
                : Optional.of(ShouldReceiveEvent.shouldReceiveEvent(
                        actual, pattern.lines(), waiting.limit(), outcome.clause(), evidence(pattern, outcome)));
    }

    /** Look for so many, and as many more as there may be. */
    Optional<ErrorMessageFactory> atLeast(int times, EventPattern pattern) {
        var counter = counter(pattern);
        var outcome = waiting.lookingAt(pattern.method()::equals).until(() -> counter.count() >= times);
        return outcome.is(Kind.REACHED)
                ? demanded(counter.first(times))
                : Optional.of(ShouldReceiveEventTimes.shouldReceiveEventAtLeast(
                        actual,
                        times,
                        pattern.lines(),
                        waiting.limit(),
                        counter.count(),
                        outcome.andClause(),
                        evidence(pattern, outcome)));
    }

    /** Look for so many, and no more until nothing more is to be expected. */
    Optional<ErrorMessageFactory> exactly(int times, EventPattern pattern) {
        var counter = counter(pattern);
        var outcome = waiting.lookingAt(pattern.method()::equals).until(() -> counter.count() >= times);
        if (outcome.is(Kind.REACHED)) {
            outcome = waiting.untilRest(pattern.method()::equals).unless(() -> counter.count() > times);
        }
        int count = counter.count();
        if (count != times) {
            return Optional.of(ShouldReceiveEventTimes.shouldReceiveEventTimes(
                    actual,
                    times,
                    pattern.lines(),
                    waiting.words(),
                    count,
                    outcome.andClause(),
                    count > times ? eventEvidence().all(pattern) : evidence(pattern, outcome)));
        }
        if (outcome.is(Kind.LOST)) {
            return Optional.of(ShouldBeObservable.shouldBeObservable(
                    actual,
                    "to receive %s %s and no more"
                            .formatted(String.join(", ", pattern.lines()), times == 1 ? "once" : times + " times"),
                    outcome.clause(),
                    outcome.details()));
        }
        return demanded(counter.first(times));
    }

    /** Look for some one after another, with whatever else in between. */
    Optional<ErrorMessageFactory> inOrder(List<? extends EventMatcher> expected) {
        var order = new EventOrder(
                KnownNames.ofEvents(actual).checked(expected),
                sessions.recording().events(),
                sessions.targets());
        var outcome = waiting.lookingAt(method -> true).until(order::isComplete);
        if (outcome.is(Kind.REACHED)) {
            return demanded(order.steps());
        }
        var evidence = new ArrayList<>(order.tooEarly());
        evidence.addAll(order.missing() instanceof EventPattern pattern ? evidence(pattern, outcome) : tally(outcome));
        return Optional.of(ShouldReceiveEventsInOrder.shouldReceiveEventsInOrder(
                actual, order.lines(), waiting.limit(), outcome.clause(), evidence));
    }

    /** Look whether none has come, and none comes until nothing more is to be expected. */
    Optional<ErrorMessageFactory> none(EventPattern pattern) {
        var counter = counter(pattern);
        var outcome = waiting.untilRest(pattern.method()::equals).unless(() -> counter.count() > 0);
        int count = counter.count();
        if (count > 0) {
            return Optional.of(ShouldNotReceiveEvent.shouldNotReceiveEvent(
                    actual,
                    pattern.lines(),
                    waiting.restWords(),
                    count,
                    eventEvidence().first(pattern)));
        }
        return outcome.is(Kind.LOST)
                ? Optional.of(ShouldBeObservable.shouldBeObservable(
                        actual, pattern.lines(), waiting.restWords(), outcome.clause(), outcome.details()))
                : Optional.empty();
    }

    private Optional<ErrorMessageFactory> demanded(List<CDPEvent> events) {
        sessions.note(demands -> events.forEach(demands::event));
        return Optional.empty();
    }

    private EventCounter counter(EventPattern pattern) {
        return new EventCounter(pattern, sessions.recording().events(), sessions.targets());
    }

    // --- What there is instead

    private EventEvidence eventEvidence() {
        return EventEvidence.ofEvents(sessions.recording().events(), sessions.targets());
    }

    private List<String> tally(WaitOutcome outcome) {
        var lines = new ArrayList<>(outcome.details());
        lines.addAll(eventEvidence().tally());
        return lines;
    }

    private List<String> evidence(EventPattern missing, WaitOutcome outcome) {
        var lines = new ArrayList<>(outcome.details());
        lines.addAll(eventEvidence().insteadOf(missing));
        if (outcome.isEnd()) {
            return lines; // which is reason enough
        }
        lines.addAll(waiting.pending());
        lines.addAll(MissingEventHint.in(actual, missing));
        if (counter(missing).count() == 0) {
            lines.addAll(RelatedSessions.elsewhere(
                    sessions,
                    relative -> new EventCounter(missing, relative.events(), TargetLookup.of(relative)).count() > 0));
        }
        return lines;
    }
}
