package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hears what sessions say, those that come later included, and raises a signal: for events, and when all have ended. */
final class SessionEventListener implements AutoCloseable {

    private final Predicate<String> interesting;
    private final WaitSignal signal;
    private final Set<SessionId> sessionsHeard = new HashSet<>(); // guarded by this
    private final List<Runnable> ends = new ArrayList<>(); // guarded by this
    private final List<HandlerWatch> handlers = new ArrayList<>(); // guarded by this
    private int open = 1; // guarded by this: those that have not ended, and one for ourselves until all are known
    private @Nullable DetachReason reason; // guarded by this
    private boolean closed; // guarded by this

    private SessionEventListener(Predicate<String> interesting, WaitSignal signal) {
        this.interesting = interesting;
        this.signal = signal;
    }

    /**
     * Begin to listen.
     *
     * @param interesting the methods of events that raise the signal
     */
    static SessionEventListener to(SessionGroup sessions, Predicate<String> interesting, WaitSignal signal) {
        var listening = new SessionEventListener(interesting, signal);
        if (sessions.withChildren()) { // before those that there are, so that none comes in between
            var subscription = sessions.asserted().onDescendant(listening::hear);
            listening.atEnd(subscription::close);
        } else if (sessions.session() instanceof AssertedSession parent) {
            var subscription = parent.onDescendant(listening::overhear);
            listening.atEnd(subscription::close);
            parent.descendants().forEach(listening::overhear);
        }
        sessions.now().forEach(listening::hear);
        listening.oneLess();
        return listening;
    }

    private synchronized void hear(CDPSession session) {
        if (closed || !sessionsHeard.add(session.id())) {
            return;
        }
        open++;
        var subscription = session.onEvent(event -> {
            if (interesting.test(event.method()) || event.method().equals(TargetCrash.EVENT)) {
                signal.raise();
            }
        });
        ends.add(subscription::close);
        if (session instanceof AssertedSession asserted) {
            var watch = asserted.watchHandlers(signal::raise);
            handlers.add(watch);
            ends.add(watch::close);
        }
        session.onDetached(this::ended);
    }

    /** What came of a request of one session may be told by another that came from it: the answer to a worker's script, by the worker. */
    private synchronized void overhear(CDPSession child) {
        if (closed || !sessionsHeard.add(child.id())) {
            return;
        }
        var subscription = child.onEvent(event -> {
            if (interesting.test(event.method())) {
                signal.raise();
            }
        });
        ends.add(subscription::close);
    }

    private synchronized void ended(DetachReason because) {
        reason = because;
        oneLess();
        signal.raise();
    }

    private synchronized void oneLess() {
        open--;
        if (open == 0 && reason != null) {
            signal.raiseEnd(reason);
        }
    }

    private synchronized void atEnd(Runnable end) {
        ends.add(end);
    }

    /**
     * Give up if a handler has failed.
     *
     * @throws io.github.withcdp.protocol.HandlerFailedException with what it has thrown
     */
    void check(String subject) {
        List<HandlerWatch> watches;
        synchronized (this) {
            watches = List.copyOf(handlers);
        }
        watches.forEach(watch -> watch.check(subject));
    }

    @Override
    public void close() {
        List<Runnable> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(ends);
        }
        all.forEach(Runnable::run);
    }
}
