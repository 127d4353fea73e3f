package io.github.withcdp.internal.time;

import io.github.withcdp.internal.text.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of a time that several steps share.
 *
 * @param limit the time from its beginning on
 * @param end of {@link System#nanoTime()}
 */
public record Deadline(Duration limit, long end) {

    /** So much can be added to a time without overflow, and is as good as for ever. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Begin a time now. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + nanos(limit));
    }

    /** Return a limit in nanoseconds, a year at most. */
    public static long nanos(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : limit.toNanos();
    }

    /** Return what is left in nanoseconds, zero at least. */
    public long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    /** Return what is left, zero at least. */
    public Duration left() {
        return Duration.ofNanos(leftNanos());
    }

    /** Return what is left in milliseconds, one at least, because zero means for ever to a socket. */
    public int leftMillis() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftNanos())));
    }

    /** Return whether nothing is left. */
    public boolean isOver() {
        return leftNanos() == 0;
    }

    /**
     * Do nothing if there is time.
     *
     * @throws IOException if there is none left
     * @throws InterruptedException if the thread is interrupted
     */
    public void check() throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (isOver()) {
            throw new IOException("it was not done within " + limitText());
        }
    }

    /** Return the limit as people say it. */
    public String limitText() {
        return Durations.format(limit);
    }
}
