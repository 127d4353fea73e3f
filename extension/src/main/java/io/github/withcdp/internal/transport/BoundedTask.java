package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what may block for longer than its own limits promise (a name look-up, an answer that trickles) on a daemon thread. */
final class BoundedTask {

    private BoundedTask() {}

    /**
     * Run a task and return its result.
     *
     * @throws TimeoutException if it is not done in time; its thread ends when it is
     * @throws IOException if the task does, or the caller is interrupted
     */
    static <T> T run(String name, Duration limit, Callable<T> task) throws IOException, TimeoutException {
        var future = new FutureTask<>(task);
        var thread = new Thread(future, "withcdp-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get(Math.max(1, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }
}
