package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.session.WaitQueue.Arrival;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collects the children of a session for one waiting thread. A child comes again when its URL changes, because conditions may be about that. */
final class ChildWait implements AutoCloseable {

    private final DefaultCDPSession session;
    private final WaitQueue<DefaultCDPSession> arrivals = new WaitQueue<>();
    private final HandlerFailures.Wait failures;
    private final Set<DefaultCDPSession> came = ConcurrentHashMap.newKeySet();

    ChildWait(DefaultCDPSession session) {
        this.session = session;
        this.failures = session.failures().begin().wake(arrivals::fail);
        session.add(this);
    }

    void offer(DefaultCDPSession child) {
        came.add(child);
        arrivals.put(child, 0);
    }

    /** Look at a child again, if it came during this wait. */
    void moved(DefaultCDPSession child) {
        if (came.contains(child)) {
            arrivals.put(child, 0);
        }
    }

    void end(Answer.Gone gone) {
        arrivals.end(gone);
    }

    CDPSession first(Predicate<Target> condition, Deadline deadline) {
        Map<String, Target> others = new LinkedHashMap<>();
        try {
            while (true) {
                var arrival = arrivals.next(deadline.leftNanos());
                if (arrival == null) {
                    throw new EventTimeoutException(message(others, deadline.limit()));
                }
                if (arrival instanceof Arrival.End<DefaultCDPSession> end) {
                    throw new SessionDetachedException(
                            "waiting for a child",
                            end.gone().reason(),
                            end.gone().detail());
                }
                if (arrival instanceof Arrival.Failed<DefaultCDPSession> failed) {
                    throw failed.failure().giveUp("waiting for a child");
                }
                var child = ((Arrival.Thing<DefaultCDPSession>) arrival).thing();
                if (condition.test(child.target())) {
                    child.ready().await(deadline.leftNanos());
                    awaitDocument(child, deadline);
                    return child;
                }
                others.put(child.id().value(), child.target());
            }
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for a child of " + session, interrupt);
        } catch (TimeoutException late) {
            throw new EventTimeoutException("A child came, but did not answer its first commands within %s"
                    .formatted(Durations.format(deadline.limit())));
        }
    }

    /** A popup begins with an empty document, which is replaced under the hands of whoever gets it too early. */
    private static void awaitDocument(DefaultCDPSession child, Deadline deadline) throws InterruptedException {
        try {
            child.document().await(deadline.leftNanos());
        } catch (TimeoutException late) {
            throw new EventTimeoutException("A child came, but no document of it within %s%s"
                    .formatted(
                            Durations.format(deadline.limit()),
                            PendingRequests.lineOfNavigation(child)
                                    .map("\n  it waits for "::concat)
                                    .orElse("")));
        }
    }

    private String message(Map<String, Target> others, Duration timeout) {
        var instead = others.isEmpty()
                ? "No child came at all"
                : "What came: " + others.values().stream().map(MessageText::named).collect(Collectors.joining(", "));
        var remedy = session.context().options().autoAttach()
                ? ""
                : "\n  autoAttach is switched off, so children do not come by themselves; use attach(targetId)";
        return "No child of %s that meets the condition within %s\n  %s%s"
                .formatted(MessageText.named(session.target()), Durations.format(timeout), instead, remedy);
    }

    @Override
    public void close() {
        failures.close();
        session.remove(this);
    }
}
