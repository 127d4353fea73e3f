package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.time.Ticker;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one connection besides its reader: for handlers, and for what the reader must not do itself. They come and go with the work. */
public final class HandlerThreads implements Executor, AutoCloseable {

    private final ThreadPoolExecutor pool;
    private final Ticker ticker;

    /** Create threads whose names end in {@code name}. */
    public HandlerThreads(String name) {
        this(name, Ticker.SYSTEM);
    }

    /** Create threads whose work holds up a time that does not pass by itself. */
    public HandlerThreads(String name, Ticker ticker) {
        this.ticker = ticker;
        var number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                5,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> new HandlerThread(work, "withcdp-handler-" + name + "-" + number.incrementAndGet()));
    }

    /** Return whether the caller is a handler, which must not wait for handlers. */
    public static boolean isHandler() {
        return Thread.currentThread() instanceof HandlerThread;
    }

    /** Run some work soon, even after the end of the connection: somebody may wait to be told of it. */
    @Override
    public void execute(Runnable work) {
        pool.execute(ticker.counted(work));
    }

    /** Have threads end as soon as they have nothing to do; what runs is not interrupted, because it may be a user's handler. */
    @Override
    public void close() {
        pool.setKeepAliveTime(0, TimeUnit.SECONDS);
    }

    private static final class HandlerThread extends Thread {
        HandlerThread(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }
    }
}
