package io.github.withcdp.internal.chrome;

import java.time.Duration;

/**
 * The limits of the steps by which a browser is ended; after each comes the next, harder one.
 *
 * @param asked it was asked to close
 * @param pipeClosed its pipe was closed
 * @param terminated it was told to end
 * @param killed it was ended by the system
 * @param deleted its directory is being deleted
 */
record EndLimits(Duration asked, Duration pipeClosed, Duration terminated, Duration killed, Duration deleted) {

    /** Limits that are enough for a slow machine; a browser that is well needs a tenth of a second. */
    static final EndLimits PATIENT = new EndLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10)); // 300 files, which took more than two seconds beside thirty others who worked

    /** Limits of two seconds in all, because the JVM waits for its shutdown hooks. */
    static final EndLimits AT_SHUTDOWN = new EndLimits(
            Duration.ZERO, Duration.ofMillis(600), Duration.ZERO, Duration.ofMillis(700), Duration.ofMillis(500));

    /** Limits for a browser that did not even start, whose manners do not matter. */
    static final EndLimits NOT_STARTED = new EndLimits(
            Duration.ZERO,
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));

    /** Return these limits for a browser that was not asked to close. */
    EndLimits unasked() {
        return new EndLimits(Duration.ZERO, pipeClosed, terminated, killed, deleted);
    }
}
