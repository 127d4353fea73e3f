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
    private boolean reported; // guarded by this

    /** Begin to wait. */
    Wait begin() {
        var wait = new Wait(true);
        if (!HandlerThreads.isHandler()) {
            synchronized (this) {
                waits.add(wait);
                if (first != null && !reported) {
                    reported = true;
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
        List<Wait> affected;
        synchronized (this) {
            first = first == null ? failure : first;
            reported |= waits.stream().anyMatch(wait -> wait.inPerson);
            affected = List.copyOf(waits);
        }
        affected.forEach(wait -> wait.failed(failure));
    }

    /** Forget what has been thrown: the test knows. */
    synchronized void forget() {
        first = null;
        reported = false;
    }

    /** Return the first failure since they were forgotten. */
    synchronized Optional<HandlerFailure> first() {
        return Optional.ofNullable(first);
    }

    private synchronized void end(Wait wait) {
        waits.remove(wait);
    }

    /** The registration of somebody who waits. */
    final class Wait implements HandlerWatch {

        private final boolean inPerson;
        private @Nullable HandlerFailure failure; // guarded by this
        private Consumer<HandlerFailure> alarm = ignored -> {}; // guarded by this

        private Wait(boolean inPerson) {
            this.inPerson = inPerson;
        }

        private void failed(HandlerFailure latest) {
            Consumer<HandlerFailure> waker;
            synchronized (this) {
                failure = failure == null ? latest : failure;
                waker = alarm;
            }
            waker.accept(latest);
        }

        /** Have something done when a handler has failed, at once if it has; it must not wait. */
        Wait wake(Consumer<HandlerFailure> waker) {
            HandlerFailure earlier;
            synchronized (this) {
                alarm = waker;
                earlier = failure;
            }
            if (earlier != null) {
                waker.accept(earlier);
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
