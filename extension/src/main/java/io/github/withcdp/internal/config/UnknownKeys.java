package io.github.withcdp.internal.config;

import io.github.withcdp.internal.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names that begin like ours and mean nothing: a misspelt option must not be an ignored one. */
public final class UnknownKeys {

    private static final Set<String> PROPERTIES = names(option -> Stream.of(option.property()));
    private static final Set<String> VARIABLES = names(option -> option.environmentVariables().stream());

    private UnknownKeys() {}

    /**
     * Refuse names that no option has, each with the nearest one that exists.
     *
     * @throws ConfigurationException if there are any
     */
    public static void refuseIn(ConfigurationSources sources) {
        List<String> complaints = Stream.of(
                        complaints(
                                sources.systemProperties().keySet(),
                                "system property",
                                Option.PROPERTY_PREFIX,
                                PROPERTIES,
                                Option::property),
                        complaints(
                                sources.platformPropertyNames(),
                                "junit-platform.properties",
                                Option.PROPERTY_PREFIX,
                                PROPERTIES,
                                Option::property),
                        complaints(
                                sources.environment().keySet(),
                                "environment variable",
                                Option.ENVIRONMENT_PREFIX,
                                VARIABLES,
                                Option::environmentVariable))
                .flatMap(complaint -> complaint)
                .toList();
        if (!complaints.isEmpty()) {
            throw new ConfigurationException(String.join("\n", complaints) + "\nKnown keys: " + knownKeys()
                    + ". As environment variables they are written as WITHCDP_AUTO_ATTACH is.");
        }
    }

    private static Stream<String> complaints(
            Collection<String> names,
            String place,
            String prefix,
            Set<String> existing,
            Function<Option<?>, String> name) {
        return names.stream()
                .filter(candidate -> candidate.regionMatches(true, 0, prefix, 0, prefix.length()))
                .filter(candidate -> !existing.contains(candidate))
                .sorted()
                .map(unknown -> "%s (%s): there is no such key. Did you mean %s?"
                        .formatted(unknown, place, name.apply(nearest(unknown))));
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

    private static Set<String> names(Function<Option<?>, Stream<String>> of) {
        return Option.all().stream().flatMap(of).collect(Collectors.toUnmodifiableSet());
    }
}
