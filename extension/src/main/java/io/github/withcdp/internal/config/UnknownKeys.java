package io.github.withcdp.internal.config;

import io.github.withcdp.internal.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds names that begin like ours and mean nothing: a misspelt option must not be an ignored one. */
public final class UnknownKeys {

    private static final Set<String> PROPERTIES = new HashSet<>();
    private static final Set<String> VARIABLES = new HashSet<>();

    static {
        for (var option : Option.all()) {
            PROPERTIES.add(option.property());
            VARIABLES.addAll(option.environmentVariables());
        }
    }

    private UnknownKeys() {}

    /**
     * Refuse names that no option has, each with the nearest one that exists.
     *
     * @throws ConfigurationException if there are any
     */
    public static void refuseIn(ConfigurationSources sources) {
        var complaints = new ArrayList<String>();
        complain(complaints, sources.systemProperties().keySet(), "system property", PROPERTIES);
        complain(complaints, sources.platformPropertyNames(), "junit-platform.properties", PROPERTIES);
        complain(complaints, sources.environment().keySet(), "environment variable", VARIABLES);
        if (!complaints.isEmpty()) {
            throw new ConfigurationException(String.join("\n", complaints) + "\nKnown keys: " + knownKeys()
                    + ". As environment variables they are written as WITHCDP_AUTO_ATTACH is.");
        }
    }

    private static void complain(
            List<String> complaints, Collection<String> names, String place, Set<String> existing) {
        boolean variables = existing == VARIABLES;
        var prefix = variables ? Option.ENVIRONMENT_PREFIX : Option.PROPERTY_PREFIX;
        for (var name : new TreeSet<>(names)) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length()) && !existing.contains(name)) {
                var nearest = nearest(name);
                complaints.add("%s (%s): there is no such key. Did you mean %s?"
                        .formatted(name, place, variables ? nearest.environmentVariable() : nearest.property()));
            }
        }
    }

    /** Return the key most like a name, whatever its case and separators. */
    private static Option<?> nearest(String unknown) {
        String letters = letters(unknown);
        return Option.all().stream()
                .min(Comparator.comparingInt(option -> EditDistance.between(letters, letters(option.property()))))
                .orElseThrow();
    }

    private static String letters(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    private static String knownKeys() {
        return Option.all().stream().map(Option::property).collect(Collectors.joining(", "));
    }
}
