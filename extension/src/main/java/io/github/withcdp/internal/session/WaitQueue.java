package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.session.HandlerFailures.HandlerFailure;
import io.github.withcdp.internal.time.Deadline;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one waiting thread has still to look at: put in by the reader, taken out by the one who waits.
 * An end is put in like everything else, so that what came before it is looked at first.
 */
final class WaitQueue<T> {

    private final LinkedBlockingQueue<Arrival<T>> queue = new LinkedBlockingQueue<>();

    void put(T thing, long precedingEvents) {
        queue.add(new Arrival.Thing<>(thing, precedingEvents));
    }

    void end(Answer.Gone gone) {
        queue.add(new Arrival.End<>(gone));
    }

    void fail(HandlerFailure failure) {
        queue.add(new Arrival.Failed<>(failure));
    }

    /** Take out the next, waiting for it if need be; null if it does not come within the time. */
    @Nullable
    Arrival<T> next(Deadline deadline) throws InterruptedException {
        return deadline.await(nanos -> queue.poll(nanos, TimeUnit.NANOSECONDS));
    }

    sealed interface Arrival<T> {
        /** Something came; so many events had been handed to handlers, itself included. */
        record Thing<T>(T thing, long precedingEvents) implements Arrival<T> {}

        /** A handler has failed, because of which it may not come. */
        record Failed<T>(HandlerFailure failure) implements Arrival<T> {}

        /** Nothing will come any more. */
        record End<T>(Answer.Gone gone) implements Arrival<T> {}
    }
}
