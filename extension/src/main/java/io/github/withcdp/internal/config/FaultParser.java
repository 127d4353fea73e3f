package io.github.withcdp.internal.config;

import io.github.withcdp.FailOn;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what counts as a fault, and what does not. */
public final class FaultParser {

    private static final Pattern BETWEEN_KINDS = Pattern.compile("[,\\s]+");

    // No blanks: they are in what a console says. A comma that belongs to a pattern is left to a star.
    private static final Pattern BETWEEN_PATTERNS = Pattern.compile("[,\\r\\n]+");

    private FaultParser() {}

    /**
     * Return the kinds in a text.
     *
     * @throws ConfigurationException if there is no such kind
     */
    static Set<FailOn> parseKinds(ConfiguredValue value) {
        var kinds = EnumSet.noneOf(FailOn.class);
        parts(value, BETWEEN_KINDS)
                .map(word -> EnumParser.parse(new ConfiguredValue(word, value.where()), FailOn.class))
                .forEach(kinds::add);
        return Collections.unmodifiableSet(kinds);
    }

    /** Return the patterns in a text. */
    static Set<String> parsePatterns(ConfiguredValue value) {
        return checkPatterns(parts(value, BETWEEN_PATTERNS).toList(), value.where());
    }

    private static Stream<String> parts(ConfiguredValue value, Pattern separator) {
        return separator.splitAsStream(value.text()).map(String::strip).filter(part -> !part.isEmpty());
    }

    /**
     * Return patterns.
     *
     * @throws ConfigurationException if one can match nothing
     */
    public static Set<String> checkPatterns(List<String> patterns, String where) {
        for (var pattern : patterns) {
            if (pattern.isBlank()) {
                throw ConfiguredValue.refused(
                        where,
                        pattern,
                        "matches nothing. Write what the console says, or a URL with or without its method, with * for what may be anything, or leave it out.");
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(patterns));
    }
}
