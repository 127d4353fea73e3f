package io.github.withcdp.internal.util;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs on a daemon thread what may block for longer than its own limits promise: a name look-up, an answer that trickles, a Docker daemon.
 */
public final class BoundedCall {

    private enum State {
        RUNNING,
        DONE,
        ABANDONED
    }

    private BoundedCall() {}

    /**
     * Run a task and return its result.
     *
     * @throws TimeoutException if it is not done in time; its thread ends when it is
     * @throws InterruptedException if the caller is interrupted
     * @throws IOException if the task does, or fails in another way
     */
    public static <T> T run(String name, Duration limit, Callable<T> task)
            throws TimeoutException, InterruptedException, IOException {
        try {
            return run(name, limit, task, () -> {});
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    /**
     * Run a task and return its result.
     *
     * @param late is run when the task is done after all, if nobody waits for it any more
     * @throws TimeoutException if it is not done in time
     * @throws InterruptedException if the caller is interrupted
     * @throws ExecutionException if the task fails
     */
    public static <T> T run(String name, Duration limit, Callable<T> task, Runnable late)
            throws TimeoutException, InterruptedException, ExecutionException {
        var state = new AtomicReference<>(State.RUNNING);
        var future = new FutureTask<>(() -> {
            try {
                return task.call();
            } finally {
                if (!state.compareAndSet(State.RUNNING, State.DONE)) {
                    late.run();
                }
            }
        });
        var thread = new Thread(future, "withcdp-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException gaveUp) {
            if (state.compareAndSet(State.RUNNING, State.ABANDONED)) {
                throw gaveUp;
            }
            if (gaveUp instanceof InterruptedException) {
                late.run(); // it was done in the same moment, and its result would be lost
                throw gaveUp;
            }
            return future.get();
        }
    }
}
