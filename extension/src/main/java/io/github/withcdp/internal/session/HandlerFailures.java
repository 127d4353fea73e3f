package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.protocol.HandlerFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the handlers of one session have thrown, for those who wait in it: whoever waits at that moment learns of it at once, and if nobody does,
 * the next one who begins to. Handlers that wait themselves do not: another one's failure is none of their business.
 */
final class HandlerFailures {

    /** A failure, and the event whose handler it is. */
    record HandlerFailure(String event, Throwable thrown) {

        HandlerFailedException giveUp(String subject) {
            return new HandlerFailedException(subject, event, thrown);
        }

        String hint() {
            return "a handler of %s has failed before, and may not have done what is waited for: %s"
                    .formatted(event, thrown);
        }
    }

    private final List<Wait> waits = new ArrayList<>(); // guarded by this
    private @Nullable HandlerFailure first; // guarded by this
    private boolean learnt; // guarded by this

    /** Begin to wait. */
    Wait begin() {
        var wait = new Wait(true);
        if (!HandlerThreads.isHandler()) {
            synchronized (this) {
                waits.add(wait);
                if (first != null && !learnt) {
                    learnt = true;
                    wait.failed(first);
                }
            }
        }
        return wait;
    }

    /** Begin something for which nobody waits in person, and of which nobody may take note. */
    Wait beginAsync() {
        var wait = new Wait(false);
        if (!HandlerThreads.isHandler()) {
            synchronized (this) {
                waits.add(wait);
            }
        }
        return wait;
    }

    void failed(HandlerFailure failure) {
        List<Wait> told;
        synchronized (this) {
            first = first == null ? failure : first;
            learnt |= waits.stream().anyMatch(wait -> wait.inPerson);
            told = List.copyOf(waits);
        }
        told.forEach(wait -> wait.failed(failure));
    }

    /** Forget what has been thrown: the test knows. */
    synchronized void forget() {
        first = null;
        learnt = false;
    }

    /** Return the first failure since they were forgotten. */
    synchronized Optional<HandlerFailure> first() {
        return Optional.ofNullable(first);
    }

    private synchronized void end(Wait wait) {
        waits.remove(wait);
    }

    /** Somebody who waits. */
    final class Wait implements HandlerWatch {

        private final boolean inPerson;
        private @Nullable HandlerFailure failure; // guarded by this
        private Consumer<HandlerFailure> alarm = ignored -> {}; // guarded by this

        private Wait(boolean inPerson) {
            this.inPerson = inPerson;
        }

        private void failed(HandlerFailure told) {
            Consumer<HandlerFailure> woken;
            synchronized (this) {
                failure = failure == null ? told : failure;
                woken = alarm;
            }
            woken.accept(told);
        }

        /** Have something done when a handler has failed, at once if it has; it must not wait. */
        Wait wake(Consumer<HandlerFailure> waker) {
            HandlerFailure known;
            synchronized (this) {
                alarm = waker;
                known = failure;
            }
            if (known != null) {
                waker.accept(known);
            }
            return this;
        }

        @Override
        public synchronized void check(String subject) {
            if (failure != null) {
                throw failure.giveUp(subject);
            }
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
