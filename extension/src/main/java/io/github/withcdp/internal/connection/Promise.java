package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that one thread gives and others wait for.
 *
 * <p>A {@code CompletableFuture} would do, but tells the pool of the waiting thread that it waits: that of JUnit then starts a further
 * test, and so a further browser, for each test that waits for an answer.
 */
public final class Promise<T> {

    private final CountDownLatch completed = new CountDownLatch(1);
    private final List<Consumer<? super T>> continuations = new ArrayList<>(1); // guarded by this
    private volatile @Nullable T value; // written under this lock, once

    /** Give the value; only the first one counts. Runs what was to be called, then wakes who waits. Return whether this was the first. */
    public boolean complete(T newValue) {
        List<Consumer<? super T>> registered;
        synchronized (this) {
            if (value != null) {
                return false;
            }
            value = newValue;
            registered = List.copyOf(continuations);
            continuations.clear();
        }
        try {
            registered.forEach(continuation -> continuation.accept(newValue));
        } finally {
            completed.countDown(); // last, because whoever wakes relies on what those have noted
        }
        return true;
    }

    /** Return whether the value has been given. */
    public boolean isDone() {
        return value != null;
    }

    /**
     * Return the value, waiting for it.
     *
     * @throws TimeoutException if it is not given within the time
     */
    public T await(long nanos) throws InterruptedException, TimeoutException {
        boolean inTime = completed.await(nanos, TimeUnit.NANOSECONDS);
        var result = value;
        if (!inTime || result == null) {
            throw new TimeoutException();
        }
        return result;
    }

    /**
     * Return the value, waiting for it.
     *
     * @throws TimeoutException if it is not given before the deadline
     */
    public T await(Deadline deadline) throws InterruptedException, TimeoutException {
        var result = deadline.await(nanos -> completed.await(nanos, TimeUnit.NANOSECONDS) ? value : null);
        if (result == null) {
            throw new TimeoutException();
        }
        return result;
    }

    /** Have something called with the value, at once if it is there, or by the thread that gives it; it must neither wait nor throw. */
    public void whenDone(Consumer<? super T> continuation) {
        T result;
        synchronized (this) {
            result = value;
            if (result == null) {
                continuations.add(continuation);
                return;
            }
        }
        continuation.accept(result);
    }
}
