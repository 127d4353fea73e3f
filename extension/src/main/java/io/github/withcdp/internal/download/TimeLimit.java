package io.github.withcdp.internal.download;

import io.github.withcdp.internal.text.Durations;
import java.io.IOException;
import java.time.Duration;

/** A limit that several steps share. */
record TimeLimit(Duration limit, long end) {

    static TimeLimit in(Duration limit) {
        return new TimeLimit(limit, System.nanoTime() + limit.toNanos());
    }

    /** Return what is left in nanoseconds, zero at least. */
    long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean isOver() {
        return leftNanos() == 0;
    }

    /**
     * Do nothing if there is time.
     *
     * @throws IOException if there is none left
     * @throws InterruptedException if the thread is interrupted
     */
    void check() throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (isOver()) {
            throw new IOException("it was not done within " + limitText());
        }
    }

    /** Return the limit as people say it. */
    String limitText() {
        return Durations.format(limit);
    }
}
