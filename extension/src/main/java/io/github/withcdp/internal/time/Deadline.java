package io.github.withcdp.internal.time;

import io.github.withcdp.internal.text.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of a time that several steps share.
 *
 * @param limit the time from its beginning on
 * @param end in the time of the ticker
 * @param ticker what the time is measured by
 * @param realEnd of {@link System#nanoTime()}: however slowly that time passes, nobody waits longer
 */
public record Deadline(Duration limit, long end, Ticker ticker, long realEnd) {

    /** So much can be added to a time without overflow, and is as good as for ever. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** How long it takes at most until a time is noticed to be over that does not pass by itself. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(1);

    /** Begin a time now. */
    public static Deadline in(Duration limit) {
        return in(limit, Ticker.SYSTEM);
    }

    /** Begin a time now that is measured by a ticker. */
    public static Deadline in(Duration limit, Ticker ticker) {
        return new Deadline(limit, ticker.nanoTime() + nanos(limit), ticker, System.nanoTime() + nanos(limit));
    }

    /** Return a limit in nanoseconds, a year at most. */
    public static long nanos(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : limit.toNanos();
    }

    /** Return the end of a time that begins now, or this one if that is sooner. */
    public Deadline sooner(Optional<Duration> time) {
        if (time.isEmpty()) {
            return this;
        }
        var other = in(time.get(), ticker);
        return other.end - end < 0 ? other : this;
    }

    /** Waits for something, so long at most. */
    @FunctionalInterface
    public interface Attempt<T> {

        /** Return what came, null if nothing did. */
        @Nullable
        T within(long nanos) throws InterruptedException;
    }

    /** Wait for something as long as there is time; null if it does not come. */
    public <T> @Nullable T await(Attempt<T> attempt) throws InterruptedException {
        if (ticker.isReal()) {
            return attempt.within(leftNanos());
        }
        long length = nanos(limit);
        ticker.beginWait(end, length);
        try {
            while (true) {
                long left = leftNanos();
                var came = attempt.within(Math.min(left, SLICE));
                if (came != null) {
                    return came;
                }
                boolean silent = left > 0 && ticker.isSilentUntil(end, length);
                if (silent || left == 0) {
                    came = attempt.within(0); // it may have come just before
                    if (came == null && silent) {
                        ticker.pass(end, length);
                    }
                    return came;
                }
            }
        } finally {
            ticker.endWait(end, length);
        }
    }

    /** Return what is left in nanoseconds, zero at least. */
    public long leftNanos() {
        long left = end - ticker.nanoTime();
        return Math.max(0, ticker.isReal() ? left : Math.min(left, realEnd - System.nanoTime()));
    }

    /** Return what is left for work that is done here, and takes the time of this machine. */
    public long leftForWork() {
        return Math.max(0, realEnd - System.nanoTime());
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
