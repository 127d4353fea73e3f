package io.github.withcdp.internal.report;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Does two things at the same time, each on a thread of its own, so that a disk that hangs does not make a test hang. */
final class ParallelTasks {

    private ParallelTasks() {}

    /**
     * Return when both are done, or after {@code limit}. An interrupt does not end the waiting, and is kept for the caller:
     * a test that was given up by interrupting it deserves its report all the more.
     *
     * @return whether both are done
     */
    static boolean run(Runnable one, Runnable other, Duration limit) {
        var threads = List.of(start(one), start(other));
        long deadline = System.nanoTime() + limit.toNanos();
        return threads.stream().filter(thread -> join(thread, deadline)).count() == threads.size();
    }

    private static Thread start(Runnable task) {
        var thread = new Thread(task, "withcdp-report");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noMoreThreads) {
            task.run();
        }
        return thread;
    }

    private static boolean join(Thread thread, long deadline) {
        boolean interrupted = false;
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        while (thread.isAlive() && left > 0) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
