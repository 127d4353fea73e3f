package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a waiting thread that something has come. What has come is on record, so several things may be one signal, and none gets lost. */
final class WaitSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private long count; // guarded by lock
    private @Nullable DetachReason end; // guarded by lock

    void raise() {
        lock.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void raiseEnd(DetachReason reason) {
        lock.lock();
        try {
            end = reason;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        raise();
    }

    /** Return why there will be no further signal; empty as long as there may be. */
    Optional<DetachReason> end() {
        lock.lock();
        try {
            return Optional.ofNullable(end);
        } finally {
            lock.unlock();
        }
    }

    /** Return how often it has been raised; ask before looking at what has come. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Wait until it has been raised more often than that, or a time has passed.
     *
     * @param notBefore when to return at the soonest, unless there will be no further signal
     * @throws CDPException if the thread is interrupted; its flag stays set
     */
    void awaitMoreThan(long seen, Deadline notBefore, Deadline deadline) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupt) {
            throw interrupted(interrupt);
        }
        try {
            deadline.await(nanos -> await(raised, () -> count != seen, nanos));
            if (end == null) {
                notBefore.await(nanos -> await(ended, () -> end != null, nanos));
            }
        } catch (InterruptedException interrupt) {
            throw interrupted(interrupt);
        } finally {
            lock.unlock();
        }
    }

    /** Wait for a condition, with the lock; null if it is not met. */
    private static @Nullable Boolean await(Condition condition, BooleanSupplier met, long nanos)
            throws InterruptedException {
        long left = nanos;
        while (!met.getAsBoolean()) {
            if (left <= 0) {
                return null;
            }
            left = condition.awaitNanos(left);
        }
        return true;
    }

    private static CDPException interrupted(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return new CDPException("Interrupted while an assertion waited, as a @Timeout of the test does", interrupt);
    }
}
