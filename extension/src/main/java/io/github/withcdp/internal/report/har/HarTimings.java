package io.github.withcdp.internal.report.har;

import io.github.withcdp.recording.Exchange.Timing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The phases of an exchange as archives have them.
 *
 * @param values in milliseconds, -1 where there was none; sending, waiting and receiving are always there
 * @param sum of all of them, in milliseconds; making a connection secure is a part of making it
 */
record HarTimings(Map<String, Object> values, double sum) {

    static HarTimings of(Timing timing) {
        // Without the times of the network stack, as from a cache, there is only what Chrome told and when.
        var ended = timing.ended().minus(timing.started());
        var responded =
                timing.responded().map(moment -> moment.minus(timing.started())).orElse(ended);
        boolean isMeasured = timing.waiting().isPresent();
        var values = new LinkedHashMap<String, Object>();
        long sum = 0;
        sum += put(values, "blocked", timing.blocked());
        sum += put(values, "dns", timing.dns());
        sum += put(values, "connect", timing.connect());
        put(values, "ssl", timing.ssl());
        sum += put(values, "send", Optional.of(timing.send().orElse(Duration.ZERO)));
        sum += put(values, "wait", isMeasured ? timing.waiting() : Optional.of(responded));
        sum += put(values, "receive", Optional.of(timing.receive().orElseGet(() -> ended.minus(responded))));
        return new HarTimings(values, Milliseconds.of(sum));
    }

    private static long put(Map<String, Object> values, String name, Optional<Duration> phase) {
        long micros = phase.map(Milliseconds::micros).orElse(-1_000L);
        values.put(name, Milliseconds.of(micros));
        return Math.max(0, micros);
    }
}
