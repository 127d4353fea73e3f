package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Work over the network on a thread of its own, so that whoever waits for it can leave at any moment, also while a name is looked up. */
final class Errand {

    /** What is done. */
    interface Task<T> {
        T run(Errand errand) throws IOException;
    }

    private boolean over; // guarded by this
    private @Nullable Runnable end; // guarded by this

    private Errand() {}

    /**
     * Run a task and return its result.
     *
     * @throws NetworkFailure if it is not done in time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    static <T> T run(Deadline deadline, Task<T> task) throws IOException, InterruptedException {
        var errand = new Errand();
        var future = new FutureTask<>(() -> task.run(errand));
        var thread = new Thread(future, "withcdp-download");
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NetworkFailure("it was not done within " + deadline.limitText(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        } finally {
            errand.end();
        }
    }

    /** Call this when the errand is over, to free a thread that still reads. */
    synchronized void atEnd(Runnable action) throws IOException {
        if (over) {
            throw new IOException("nobody waits for it any more");
        }
        end = action;
    }

    private synchronized void end() {
        over = true;
        if (end != null) {
            // Not here: what is being read is closed no sooner than the read is over, by an answer or a limit of its
            // own.
            var thread = new Thread(end, "withcdp-download-end");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
