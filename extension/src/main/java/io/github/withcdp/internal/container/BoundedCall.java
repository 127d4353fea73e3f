package io.github.withcdp.internal.container;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs what waits for a Docker daemon on a daemon thread: it may never answer, and Testcontainers waits in a way that
 * would have JUnit start further tests on the threads of its own.
 */
final class BoundedCall {

    private enum State {
        RUNNING,
        DONE,
        ABANDONED
    }

    private BoundedCall() {}

    /**
     * Run a task and return its result.
     *
     * @param late is run when the task is done after all, if nobody waits for it any more
     * @throws TimeoutException if it is not done in time
     * @throws InterruptedException if the caller is interrupted
     * @throws ExecutionException if the task fails
     */
    static <T> T run(String name, Duration limit, Callable<T> task, Runnable late)
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
