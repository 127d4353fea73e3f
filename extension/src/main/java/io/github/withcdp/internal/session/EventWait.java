package io.github.withcdp.internal.session;

import io.github.withcdp.internal.session.WaitQueue.Arrival;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects events for one waiting thread from its creation on. The thread looks at them itself, so conditions run where they were written. */
final class EventWait implements AutoCloseable {

    private static final int REMEMBERED = 100;

    private final SessionState state;
    private final EventDelivery delivery;
    private final Set<String> methods;
    private final long since;
    private final EventQueue events;
    private final HandlerFailures.Wait failures;

    EventWait(SessionState state, EventDelivery delivery, Set<String> methods) {
        this.state = state;
        this.delivery = delivery;
        this.methods = methods;
        state.context().ticker().settle();
        this.since = state.context().recorder().position();
        this.events = new EventQueue(methods);
        this.failures = state.failures().begin().wake(events.queue()::fail);
        delivery.add(events);
        var ended = state.end()
                .get(); // looked at afterwards: whoever ends the session meanwhile may not have seen the queue
        if (ended != null) {
            events.end(ended);
        }
    }

    /** Return the first event that meets a condition, when its handlers have run. */
    CDPEvent first(String subject, Predicate<CDPEvent> condition, Deadline deadline) {
        return first(subject, condition, deadline, refused -> tooLate(subject, refused, deadline.limit()));
    }

    /**
     * Return the first event that meets a condition, when its handlers have run.
     *
     * @param tooLate what to say, given the events that did not meet it, if none comes in time
     */
    CDPEvent first(
            String subject,
            Predicate<CDPEvent> condition,
            Deadline deadline,
            Function<List<CDPEvent>, String> tooLate) {
        var refused = new ArrayDeque<CDPEvent>();
        try {
            while (true) {
                var arrival = events.queue().next(deadline);
                if (arrival == null) {
                    throw new EventTimeoutException(tooLate.apply(List.copyOf(refused)));
                }
                if (arrival instanceof Arrival.End<CDPEvent> end) {
                    throw new SessionDetachedException(
                            "waiting for " + subject,
                            end.gone().reason(),
                            end.gone().detail());
                }
                if (arrival instanceof Arrival.Failed<CDPEvent> failed) {
                    throw failed.failure().giveUp("waiting for " + subject);
                }
                var candidate = (Arrival.Thing<CDPEvent>) arrival;
                if (condition.test(candidate.thing())) {
                    if (!delivery.awaitHandlers(candidate.precedingEvents(), deadline.leftForWork())) {
                        throw new EventTimeoutException("%s came, but its handlers have not returned within %s"
                                .formatted(subject, Durations.format(deadline.limit())));
                    }
                    failures.check("waiting for " + subject);
                    return candidate.thing();
                }
                refused.add(candidate.thing());
                if (refused.size() > REMEMBERED) {
                    refused.remove();
                }
            }
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for " + subject, interrupt);
        }
    }

    private String tooLate(String subject, List<CDPEvent> refused, Duration timeout) {
        return "No %s%s within %s%s%s"
                .formatted(
                        subject,
                        refused.isEmpty() ? "" : " that meets the condition",
                        Durations.format(timeout),
                        Hints.refused(refused),
                        Hints.insteadOf(state, methods.iterator().next(), since()));
    }

    /** Return the place in the record from which on this has been waiting. */
    long position() {
        return since;
    }

    /** Return what has been said in the session since then. */
    List<RecordedMessage> since() {
        return state.context().recorder().stream(since, id -> id.equals(state.id()))
                .toList();
    }

    @Override
    public void close() {
        failures.close();
        delivery.remove(events);
    }
}
