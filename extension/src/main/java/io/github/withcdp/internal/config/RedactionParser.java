package io.github.withcdp.internal.config;

import io.github.withcdp.internal.redaction.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what is secret in addition to what always is. What is given as a secret is never printed. */
public final class RedactionParser {

    /** The shortest value that is taken for a secret: fewer characters are a part of too much else. */
    private static final int SHORTEST_VALUE = 3;

    private RedactionParser() {}

    /** Return what is taken out. */
    public static Redaction redaction(OptionValues values) {
        return new Redaction(
                values.get(Option.REDACT),
                values.get(Option.REDACT_FAILURES),
                values.get(Option.REDACT_HEADERS),
                values.get(Option.REDACT_FIELDS),
                List.copyOf(values.get(Option.REDACT_PATTERNS)),
                values.get(Option.REDACT_VALUES));
    }

    /**
     * Return the names of headers or fields in a text.
     *
     * @throws ConfigurationException if one is blank
     */
    static Set<String> parseNames(ConfiguredValue text) {
        return new LinkedHashSet<>(names(list(text.text()), text.where()));
    }

    /**
     * Return the secrets in a text.
     *
     * @throws ConfigurationException if one is too short
     */
    static Set<String> parseValues(ConfiguredValue text) {
        return new LinkedHashSet<>(values(list(text.text()), text.where()));
    }

    /**
     * Return the patterns in a text.
     *
     * @throws ConfigurationException if one is no regular expression
     */
    static Set<Pattern> parsePatterns(ConfiguredValue text) {
        return new LinkedHashSet<>(patterns(split(text.text()), text.where()));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Return names of headers or fields, in lower case. */
    public static List<String> names(List<String> names, String where) {
        for (var name : names) {
            if (name.isBlank()) {
                throw new ConfigurationException(where + ": a name must not be blank.");
            }
        }
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Return values.
     *
     * @throws ConfigurationException if one is too short
     */
    public static List<String> values(List<String> values, String where) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).strip().length() < SHORTEST_VALUE) {
                throw new ConfigurationException(
                        "%s: value %d of %d has fewer than %d characters, and would be taken out of many words. Leave it out, or name the field that holds it in withcdp.redact.fields."
                                .formatted(where, i + 1, values.size(), SHORTEST_VALUE));
            }
        }
        return values;
    }

    /**
     * Return patterns.
     *
     * @throws ConfigurationException if one is no regular expression
     */
    static List<Pattern> patterns(List<String> patterns, String where) {
        var compiled = new ArrayList<Pattern>();
        for (var pattern : patterns) {
            try {
                compiled.add(Pattern.compile(pattern));
            } catch (PatternSyntaxException e) {
                // Without the pattern itself: who knows what is in it.
                throw new ConfigurationException(
                        "%s: pattern %d of %d is no regular expression: %s%s. Patterns are separated by line breaks, or by commas outside of (), [] and {}; a comma that belongs to one is written \\,."
                                .formatted(
                                        where,
                                        compiled.size() + 1,
                                        patterns.size(),
                                        e.getDescription(),
                                        e.getIndex() < 0 ? "" : " near its character " + (e.getIndex() + 1)));
            }
        }
        return compiled;
    }

    /** Separate at line breaks, and at commas that are neither escaped nor in brackets. */
    static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || (c == ',' && depth == 0 && !inClass)) {
                parts.add(part.toString());
                part.setLength(0);
                depth = 0;
                inClass = false;
            } else {
                part.append(c);
                if (c == '\\' && i + 1 < text.length()) {
                    part.append(text.charAt(++i));
                } else if (inClass) {
                    inClass = c != ']';
                } else if (c == '[') {
                    inClass = true;
                } else if (c == '(' || c == '{') {
                    depth++;
                } else if (c == ')' || c == '}') {
                    depth = Math.max(0, depth - 1);
                }
            }
        }
        parts.add(part.toString());
        return parts.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }
}
