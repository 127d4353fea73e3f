package io.github.withcdp.internal.report.html;

import java.time.Duration;

/**
 * Times as pages have them: whole microseconds since the begin of the test.
 *
 * @param origin when that was, in the time of the recording
 */
public record Microseconds(Duration origin) {

    /** Return the microseconds from the begin of the test, negative before it. */
    public long micros(Duration elapsed) {
        return length(elapsed.minus(origin));
    }

    /** Return the microseconds of a stretch of time. */
    public static long length(Duration duration) {
        return Math.floorDiv(duration.toNanos(), 1_000);
    }
}
