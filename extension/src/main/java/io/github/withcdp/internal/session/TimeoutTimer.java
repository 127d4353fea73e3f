package io.github.withcdp.internal.session;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.time.Ticker;
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
final class TimeoutTimer implements AutoCloseable {

    private final long limit;
    private final Ticker ticker;
    private final ScheduledThreadPoolExecutor clock;
    private final ArrayDeque<Timeout> queue = new ArrayDeque<>(); // guarded by this
    private boolean alarmed; // guarded by this

    TimeoutTimer(String name, Duration limit, Ticker ticker) {
        this.ticker = ticker;
        this.limit = Deadline.nanos(limit);
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

    /** Have something run when the limit has passed, unless it has been cancelled by then. */
    synchronized Timeout begin(Runnable late) {
        while (!queue.isEmpty() && queue.peek().isCancelled()) {
            queue.remove(); // what is done in time leaves nothing behind
        }
        var timeout = new Timeout(System.nanoTime() + limit, late);
        queue.add(timeout);
        if (!alarmed) {
            alarm(limit);
        }
        return timeout;
    }

    /** Have something run when a limit has passed that may be another one, unless it has been cancelled by then. */
    Timeout begin(Duration other, Runnable late) {
        if (!ticker.isReal()) {
            return watch(other, late);
        }
        long nanos = Deadline.nanos(other);
        if (nanos == limit) {
            return begin(late);
        }
        var timeout = new Timeout(System.nanoTime() + nanos, late);
        try {
            timeout.alarm = clock.schedule(timeout::pass, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            // Everything fails at once now, so nothing needs a limit.
        }
        return timeout;
    }

    /** Look again and again whether a time has passed that does not pass by itself. */
    private Timeout watch(Duration other, Runnable late) {
        var deadline = Deadline.in(other, ticker);
        var timeout = new Timeout(deadline.end(), late);
        try {
            timeout.alarm = clock.scheduleWithFixedDelay(
                    () -> {
                        if (deadline.isOver() || ticker.isSilentUntil(deadline.end(), Deadline.nanos(other))) {
                            timeout.pass();
                            timeout.cancel();
                        }
                    },
                    1,
                    1,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            // Everything fails at once now, so nothing needs a limit.
        }
        return timeout;
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
            if (!head.isCancelled() && head.at - now > 0) {
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

    /** A limit of time that is running, with what is to be done when it has passed. */
    static final class Timeout {

        private final long at;
        private volatile @Nullable Runnable late;
        private volatile @Nullable Future<?> alarm; // if it has one of its own

        Timeout(long at, Runnable late) {
            this.at = at;
            this.late = late;
        }

        /** Have nothing run; nothing is kept for it any more. */
        void cancel() {
            late = null;
            var ownAlarm = alarm;
            if (ownAlarm != null) {
                ownAlarm.cancel(false);
            }
        }

        private boolean isCancelled() {
            return late == null;
        }

        private void pass() {
            var action = late;
            if (action != null) {
                action.run();
            }
        }
    }
}
