package io.github.withcdp.internal.transport;

import java.time.Duration;

/** A limit that several steps share. */
record Deadline(Duration limit, long end) {

    static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + limit.toNanos());
    }

    /** Return what is left, zero at least. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Return what is left in milliseconds, one at least, because zero means for ever to a socket. */
    int leftMillis() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis()));
    }
}
