package io.github.withcdp.internal.config;

import io.github.withcdp.internal.text.Durations;
import java.time.Duration;

/** Reads durations as people write them: {@code 10 s}, {@code 300 ms}, {@code 2 m}, {@code 1 h}, {@code PT1M}; a bare number is seconds. */
public final class DurationParser {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String RANGE = "is not a duration from 1 ms to 24 h.";

    private DurationParser() {}

    /**
     * Return the duration that a text says.
     *
     * @throws ConfigurationException if it says none, or one that is not from 1 ms to 24 h
     */
    static Duration parse(ConfiguredValue value) {
        return Durations.parse(value.trimmed())
                .filter(DurationParser::isUsable)
                .orElseThrow(() -> value.refused(
                        RANGE + " Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds."));
    }

    /**
     * Return the duration if it can be waited for.
     *
     * @throws ConfigurationException if it is not from 1 ms to 24 h
     */
    public static Duration check(Duration duration, String where) {
        if (!isUsable(duration)) {
            throw ConfiguredValue.refused(where, duration.toString(), RANGE);
        }
        return duration;
    }

    private static boolean isUsable(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }
}
