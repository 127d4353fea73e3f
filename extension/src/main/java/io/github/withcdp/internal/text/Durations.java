package io.github.withcdp.internal.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How messages print durations, {@code 300 ms}, {@code 2.5 s}, {@code 10 s}, and how people write them in a configuration. */
public final class Durations {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h)?", Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /** Return the duration with the unit in which it reads best. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** Return what {@code 10 s}, {@code 300 ms}, {@code 2 m}, {@code 1 h} or {@code PT1M} says; a bare number is seconds. Empty for anything else. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (matcher.matches()) {
            String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
            BigDecimal millis = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millisIn(unit)));
            return Optional.of(Duration.ofMillis(millis.longValue()));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static long millisIn(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> 1;
            case "m" -> Duration.ofMinutes(1).toMillis();
            case "h" -> Duration.ofHours(1).toMillis();
            default -> Duration.ofSeconds(1).toMillis();
        };
    }
}
