package io.github.withcdp.internal.config;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which names are let through although the protocol does not have them. */
public final class StrictParser {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z*][\\w*]*(?:\\.[\\w*\\[\\]]+)*");

    private StrictParser() {}

    /**
     * Return the patterns in a text.
     *
     * @throws ConfigurationException if one cannot be a name
     */
    static Set<String> parsePatterns(ConfiguredValue value) {
        var patterns = SEPARATOR
                .splitAsStream(value.text())
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        return checkPatterns(patterns, value.where());
    }

    /**
     * Return patterns.
     *
     * @throws ConfigurationException if one cannot be a name
     */
    public static Set<String> checkPatterns(List<String> patterns, String where) {
        for (var pattern : patterns) {
            if (!NAME.matcher(pattern).matches()) {
                throw ConfiguredValue.refused(
                        where,
                        pattern,
                        "is not the name of a command, an event or a param. Write it as in Page.navigate or Page.navigate.url, with * for what may be anything: Acme.*");
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(patterns));
    }
}
