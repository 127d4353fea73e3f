package io.github.withcdp.internal.session;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one session: what is put in is run in that order, one after another, by a thread that comes when there is work.
 * Counts what it has been given and what it has done, so that others can wait until it has come that far.
 */
final class EventDispatcher {

    private final Executor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private ArrayDeque<Runnable> queue = new ArrayDeque<>(); // guarded by lock
    private ArrayDeque<Runnable> spare = new ArrayDeque<>(); // guarded by lock
    private boolean running; // guarded by lock
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong put = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    EventDispatcher(Executor threads) {
        this.threads = threads;
    }

    /** Put in a task; it must not throw. Never waits. */
    void put(Runnable task) {
        boolean start;
        lock.lock();
        try {
            queue.add(task);
            put.incrementAndGet();
            start = !running;
            running = true;
        } finally {
            lock.unlock();
        }
        if (start) {
            threads.execute(this::run);
        }
    }

    /** Return how many tasks have been put in so far. */
    long putCount() {
        return put.get();
    }

    /**
     * Wait until the first {@code count} tasks have been run.
     *
     * @return whether they have
     */
    boolean awaitDone(long count, long nanos) throws InterruptedException {
        if (done.get() >= count) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            waiting.incrementAndGet();
            long left = nanos;
            while (done.get() < count) {
                if (left <= 0) {
                    return false;
                }
                left = progress.awaitNanos(left);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    private void run() {
        var batch = next(null);
        while (batch != null) {
            for (var task = batch.poll(); task != null; task = batch.poll()) {
                task.run();
                advance();
            }
            batch = next(batch);
        }
    }

    private void advance() {
        done.incrementAndGet();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                progress.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private @Nullable ArrayDeque<Runnable> next(@Nullable ArrayDeque<Runnable> emptied) {
        lock.lock();
        try {
            if (emptied != null) {
                spare = emptied;
            }
            if (queue.isEmpty()) {
                running = false;
                return null;
            }
            var batch = queue;
            queue = spare;
            spare = new ArrayDeque<>(0);
            return batch;
        } finally {
            lock.unlock();
        }
    }
}
