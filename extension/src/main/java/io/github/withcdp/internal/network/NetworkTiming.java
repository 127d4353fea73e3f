package io.github.withcdp.internal.network;

import io.github.withcdp.recording.Exchange.Timing;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Chrome's network stack measured: seconds of its own clock, and milliseconds from there. A negative number is none.
 *
 * @param requestTime when the stack began, in seconds
 */
record NetworkTiming(
        double requestTime,
        double dnsStart,
        double dnsEnd,
        double connectStart,
        double connectEnd,
        double sslStart,
        double sslEnd,
        double sendStart,
        double sendEnd,
        double firstByte) {

    static final NetworkTiming NONE = new NetworkTiming(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1);

    /** Above this, a number is no measurement: it would be a month. */
    private static final double ABSURD_MILLIS = 31 * 86_400_000.0;

    /** Read a {@code Network.ResourceTiming}. */
    static NetworkTiming of(JsonNode timing) {
        if (!timing.isObject()) {
            return NONE;
        }
        double headers = number(timing, "receiveHeadersStart"); // since Chrome 114
        return new NetworkTiming(
                number(timing, "requestTime"),
                number(timing, "dnsStart"),
                number(timing, "dnsEnd"),
                number(timing, "connectStart"),
                number(timing, "connectEnd"),
                number(timing, "sslStart"),
                number(timing, "sslEnd"),
                number(timing, "sendStart"),
                number(timing, "sendEnd"),
                headers > 0 ? headers : number(timing, "receiveHeadersEnd"));
    }

    private static double number(JsonNode timing, String name) {
        return timing.path(name).asDouble(-1);
    }

    /**
     * Return the timing of an exchange.
     *
     * @param issued when the page asked, in seconds of Chrome's clock; negative if unknown
     * @param ended when it was over, likewise
     */
    Timing with(Duration started, Optional<Duration> responded, Duration last, double issued, double ended) {
        double first = firstOf(dnsStart, connectStart, sendStart);
        double queued = requestTime < 0 || issued < 0 || first < 0 ? -1 : (requestTime - issued) * 1000 + first;
        double end = requestTime < 0 || ended < 0 ? -1 : (ended - requestTime) * 1000;
        return new Timing(
                started,
                responded,
                last,
                millis(queued),
                between(dnsStart, dnsEnd),
                between(connectStart, connectEnd),
                between(sslStart, sslEnd),
                between(sendStart, sendEnd),
                between(sendEnd, firstByte),
                between(firstByte, end));
    }

    private static double firstOf(double... moments) {
        for (double moment : moments) {
            if (moment >= 0) {
                return moment;
            }
        }
        return -1;
    }

    private static Optional<Duration> between(double from, double to) {
        return from < 0 || to < 0 ? Optional.empty() : millis(to - from);
    }

    /** The clocks of two processes may disagree by a little, which must not show as a negative time. */
    private static Optional<Duration> millis(double millis) {
        return millis > -1 && millis < ABSURD_MILLIS
                ? Optional.of(Duration.ofNanos(Math.round(Math.max(0, millis) * 1_000_000)))
                : Optional.empty();
    }
}
