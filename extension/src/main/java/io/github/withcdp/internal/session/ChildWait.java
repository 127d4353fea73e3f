package io.github.withcdp.internal.session;

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
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Collects the children of a session for one waiting thread. */
final class ChildWait implements AutoCloseable {

    private final SessionState state;
    private final ChildQueue children = new ChildQueue();
    private final HandlerFailures.Wait failures;

    ChildWait(SessionState state) {
        this.state = state;
        this.failures = state.failures().begin().wake(children.queue()::fail);
        state.node().add(children);
        var ended = state.end()
                .get(); // looked at afterwards: whoever ends the session meanwhile may not have seen the queue
        if (ended != null) {
            children.end(ended);
        }
    }

    CDPSession first(Predicate<Target> condition, Deadline deadline) {
        Map<String, Target> others = new LinkedHashMap<>();
        try {
            while (true) {
                var arrival = children.queue().next(deadline);
                if (arrival == null) {
                    throw new EventTimeoutException(message(others, deadline.limit()));
                }
                if (arrival instanceof Arrival.End<ChildSession> end) {
                    throw new SessionDetachedException(
                            "waiting for a child",
                            end.gone().reason(),
                            end.gone().detail());
                }
                if (arrival instanceof Arrival.Failed<ChildSession> failed) {
                    throw failed.failure().giveUp("waiting for a child");
                }
                var child = ((Arrival.Thing<ChildSession>) arrival).thing();
                if (condition.test(child.target())) {
                    child.ready().await(deadline);
                    awaitDocument(child, deadline);
                    return child;
                }
                others.put(child.id().value(), child.target());
            }
        } catch (InterruptedException interrupt) {
            throw Await.interrupted("waiting for a child of " + state, interrupt);
        } catch (TimeoutException late) {
            throw new EventTimeoutException("A child came, but did not answer its first commands within %s"
                    .formatted(Durations.format(deadline.limit())));
        }
    }

    /** A popup begins with an empty document, which is replaced under the hands of whoever gets it too early. */
    private static void awaitDocument(ChildSession child, Deadline deadline) throws InterruptedException {
        try {
            child.document().await(deadline);
        } catch (TimeoutException late) {
            throw new EventTimeoutException("A child came, but no document of it within %s%s"
                    .formatted(
                            Durations.format(deadline.limit()),
                            child.navigation().map("\n  it waits for "::concat).orElse("")));
        }
    }

    private String message(Map<String, Target> others, Duration timeout) {
        var instead = others.isEmpty()
                ? "No child came at all"
                : "What came: "
                        + others.values().stream().map(MessageText::named).collect(Collectors.joining(", "));
        var remedy = state.options().autoAttach()
                ? ""
                : "\n  autoAttach is switched off, so children do not come by themselves; use attach(targetId)";
        return "No child of %s that meets the condition within %s\n  %s%s"
                .formatted(MessageText.named(state.target()), Durations.format(timeout), instead, remedy);
    }

    @Override
    public void close() {
        failures.close();
        state.node().remove(children);
    }
}
