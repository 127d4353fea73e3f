package io.github.withcdp.internal.green;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.util.Loggers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps green runs on a thread of its own, so that no test waits for the disk. In the store of the whole run, at whose end it finishes.
 * What goes wrong costs a line in the log, the first time.
 */
public final class GreenQueue implements AutoCloseable {

    /** Tests are rarely quicker than their recordings are written; where they are, some are not kept. */
    private static final int LONGEST = 200;

    private static final int IDLE_SECONDS = 1;
    private static final int PATIENCE_SECONDS = 30;

    private final AtomicBoolean warned = new AtomicBoolean();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST), task -> {
                var green = new Thread(task, "withcdp-green");
                green.setDaemon(true);
                return green;
            });

    /** Create the queue of a run. Its thread begins with the first task. */
    public GreenQueue() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Keeps a run. */
    @FunctionalInterface
    public interface Task {

        /**
         * Keep it.
         *
         * @return why it is not kept, a sentence; empty if it is
         */
        String run() throws Exception;
    }

    /**
     * Have a run kept soon.
     *
     * @param test for the log
     */
    public void add(String test, Task task) {
        try {
            thread.execute(() -> run(test, task));
        } catch (RejectedExecutionException full) {
            Loggers.of(GreenQueue.class)
                    .log(System.Logger.Level.DEBUG, "The green run of {0} is not kept: {1} others wait", test, LONGEST);
        }
    }

    private void run(String test, Task task) {
        try {
            var why = task.run();
            if (!why.isEmpty()) {
                Loggers.of(GreenQueue.class)
                        .log(System.Logger.Level.DEBUG, "The green run of {0} is not kept: {1}", test, why);
            }
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            Loggers.of(GreenQueue.class)
                    .log(
                            warned.compareAndSet(false, true) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                            "The green run of {0} cannot be kept, so that nothing can be compared with it (withcdp.green): {1}",
                            test,
                            SafeText.line(e.toString(), 400));
        }
    }

    /** Finish what has been begun. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Loggers.of(GreenQueue.class)
                        .log(
                                System.Logger.Level.WARNING,
                                "{0} green runs are not kept: the disk takes longer than {1} s",
                                thread.shutdownNow().size() + 1,
                                PATIENCE_SECONDS);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
