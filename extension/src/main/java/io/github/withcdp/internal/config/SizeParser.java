package io.github.withcdp.internal.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads sizes as people write them: {@code 2 GiB}, {@code 500 MB}, {@code 64m}. A thousand or 1,024 makes no difference to anybody here: it is 1,024. */
final class SizeParser {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*([kmgt])(?:i?b)?", Pattern.CASE_INSENSITIVE);
    private static final long SMALLEST = 1 << 20;
    private static final String UNITS = "KMGT";

    private SizeParser() {}

    /**
     * Return the limit that a text says in bytes, {@link Long#MAX_VALUE} for {@code 0}, which is none.
     *
     * @throws ConfigurationException if it says none, or one below 1 MiB
     */
    static long parseLimit(ConfiguredValue value) {
        return value.trimmed().equals("0")
                ? Long.MAX_VALUE
                : bytes(value.trimmed())
                        .filter(size -> size >= SMALLEST)
                        .orElseThrow(
                                () -> value.refused(
                                        "is not a size of at least 1 MiB. Write it as 2 GiB, 500 MiB or 1.5 GiB; 0 is no limit."));
    }

    private static Optional<Long> bytes(String text) {
        var matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = 1 + UNITS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT));
        return Optional.of(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(1L << (10 * power)))
                .longValue());
    }
}
