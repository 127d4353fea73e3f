package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.util.Loggers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Hands messages to a listener, one after another, and tells it of the end exactly once, after the last of them. */
final class Delivery {

    private final TransportListener listener;
    private final ReentrantLock order = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean over; // guarded by order

    Delivery(TransportListener listener) {
        this.listener = listener;
    }

    /**
     * Hand over one message. What the listener throws is logged, but for the errors of the JVM and classes that are missing: these end the connection.
     *
     * @param owned whether the listener may keep the array; the message then begins at 0 and fills it
     */
    void message(byte[] buffer, int from, int length, boolean owned) {
        order.lock();
        try {
            if (!over && owned) {
                listener.onOwnedMessage(buffer);
            } else if (!over) {
                listener.onMessage(buffer, from, length);
            }
        } catch (VirtualMachineError | LinkageError fatal) {
            throw fatal;
        } catch (Throwable error) {
            Loggers.of(Delivery.class)
                    .log(System.Logger.Level.ERROR, "A message could not be processed; reading goes on", error);
        } finally {
            order.unlock();
        }
    }

    /** Tell the listener that nothing comes any more, unless it knows. */
    void end(String why) {
        end(() -> listener.onClosed(why));
    }

    /** Tell the listener that nothing comes any more because of a fault on this side, unless it knows that nothing comes. */
    void fail(String why) {
        end(() -> listener.onFailed(why));
    }

    private void end(Runnable telling) {
        order.lock();
        try {
            endInOrder(telling);
        } finally {
            order.unlock();
        }
    }

    /**
     * Do the same for a thread that must not wait for the listener longer than this.
     *
     * @return whether the listener knows
     */
    boolean end(String why, Duration limit) {
        try {
            if (!order.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            endInOrder(() -> listener.onClosed(why));
            return true;
        } finally {
            order.unlock();
        }
    }

    /** Wait until the listener knows, at most this long. */
    boolean awaitEnd(Duration limit) {
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void endInOrder(Runnable telling) {
        if (over) {
            return;
        }
        over = true;
        try {
            telling.run();
        } catch (Throwable error) {
            Loggers.of(Delivery.class)
                    .log(System.Logger.Level.ERROR, "The end of a connection could not be processed", error);
        } finally {
            ended.countDown();
        }
    }
}
