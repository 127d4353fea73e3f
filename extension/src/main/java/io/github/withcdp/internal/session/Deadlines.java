package io.github.withcdp.internal.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock for what nobody waits for in person. Nearly all have the same limit, so the first that began is the first to be late: a queue and
 * one alarm, for its head, are enough; whatever has another limit has an alarm of its own. The thread starts with the first alarm, and starts nothing that takes time.
 */
final class Deadlines implements AutoCloseable {

    private final long limit;
    private final ScheduledThreadPoolExecutor clock;
    private final ArrayDeque<Deadline> queue = new ArrayDeque<>(); // guarded by this
    private boolean alarmed; // guarded by this

    Deadlines(String name, Duration limit) {
        this.limit = EventDispatcher.nanos(limit);
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "withcdp-deadlines-" + name);
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.setKeepAliveTime(5, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Have something run when the limit has passed, unless it has been met by then. */
    synchronized Deadline begin(Runnable late) {
        while (!queue.isEmpty() && queue.peek().isMet()) {
            queue.remove(); // what is done in time leaves nothing behind
        }
        var deadline = new Deadline(System.nanoTime() + limit, late);
        queue.add(deadline);
        if (!alarmed) {
            alarm(limit);
        }
        return deadline;
    }

    /** Have something run when a limit has passed that may be another one, unless it has been met by then. */
    Deadline begin(Duration other, Runnable late) {
        long nanos = EventDispatcher.nanos(other);
        if (nanos == limit) {
            return begin(late);
        }
        var deadline = new Deadline(System.nanoTime() + nanos, late);
        try {
            deadline.alarm = clock.schedule(deadline::pass, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            // Everything fails at once now, so nothing needs a limit.
        }
        return deadline;
    }

    private void alarm(long nanos) {
        try {
            var unused = clock.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
            alarmed = true;
        } catch (RejectedExecutionException ended) {
            // Everything fails at once now, so nothing needs a limit.
        }
    }

    private synchronized void look() {
        alarmed = false;
        long now = System.nanoTime();
        for (var head = queue.peek(); head != null; head = queue.peek()) {
            if (!head.isMet() && head.at - now > 0) {
                alarm(head.at - now);
                return;
            }
            queue.remove();
            head.pass();
        }
    }

    @Override
    public void close() {
        clock.shutdown();
    }

    /** One of them. */
    static final class Deadline {

        private final long at;
        private volatile @Nullable Runnable late;
        private volatile @Nullable Future<?> alarm; // if it has one of its own

        Deadline(long at, Runnable late) {
            this.at = at;
            this.late = late;
        }

        /** It has been met; nothing is kept for it any more. */
        void meet() {
            late = null;
            var own = alarm;
            if (own != null) {
                own.cancel(false);
            }
        }

        private boolean isMet() {
            return late == null;
        }

        private void pass() {
            var told = late;
            if (told != null) {
                told.run();
            }
        }
    }
}
