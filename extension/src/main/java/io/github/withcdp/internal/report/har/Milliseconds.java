package io.github.withcdp.internal.report.har;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as archives have them. */
final class Milliseconds {

    private Milliseconds() {}

    /** Return whole microseconds as milliseconds, so that a sum of them is exact. */
    static double of(long micros) {
        return micros / 1e3;
    }

    /** Return the microseconds of a phase, which is never negative. */
    static long micros(Duration duration) {
        return Math.max(0, Math.round(duration.toNanos() / 1e3));
    }

    /** Return a moment of a recording as a date. */
    static String moment(Instant begin, Duration elapsed) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                begin.plus(elapsed).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    /** Return a moment of a recording as seconds since the epoch. */
    static double seconds(Instant begin, Duration elapsed) {
        var moment = begin.plus(elapsed);
        long micros = moment.getNano() / 1_000;
        return moment.getEpochSecond() + micros / 1e6;
    }
}
