package io.github.withcdp.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run says about the configuration, before anything is made of it.
 *
 * @param systemProperties of this JVM
 * @param configurationParameter finds a configuration parameter of JUnit by its name
 * @param platformPropertyNames the names in {@code junit-platform.properties}, because parameters cannot be listed
 * @param environment the variables of this process
 */
public record ConfigurationSources(
        Map<String, String> systemProperties,
        Function<String, Optional<String>> configurationParameter,
        Set<String> platformPropertyNames,
        Map<String, String> environment) {

    /**
     * Return the sources of this very run.
     *
     * @param configurationParameter finds a configuration parameter of JUnit by its name
     */
    public static ConfigurationSources of(Function<String, Optional<String>> configurationParameter) {
        return new ConfigurationSources(
                propertiesOfProcess(), configurationParameter, PlatformProperties.names(), System.getenv());
    }

    /** Return the sources there are outside of a run. */
    public static ConfigurationSources ofProcess() {
        return new ConfigurationSources(propertiesOfProcess(), name -> Optional.empty(), Set.of(), System.getenv());
    }

    private static Map<String, String> propertiesOfProcess() {
        Properties properties = System.getProperties();
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    }

    /** Return what counts for an option: what its first source says. */
    Optional<ConfiguredValue> valueOf(Option<?> option) {
        return Stream.of(ConfigurationSource.values())
                .flatMap(source -> valueOf(source, option).stream())
                .findFirst();
    }

    /**
     * Return what one source says about an option.
     *
     * @throws ConfigurationException if the environment says it twice
     */
    Optional<ConfiguredValue> valueOf(ConfigurationSource source, Option<?> option) {
        return switch (source) {
            case SYSTEM_PROPERTY ->
                property(option).map(text -> new ConfiguredValue(text, source.of(option.property())));
            case CONFIGURATION_PARAMETER ->
                configurationParameter
                        .apply(option.property())
                        // JUnit falls back to the system property, which is not this source.
                        .filter(text -> !property(option).equals(Optional.of(text)))
                        .map(text -> new ConfiguredValue(text, source.of(option.property())));
            case ENVIRONMENT_VARIABLE -> variable(option);
        };
    }

    private Optional<String> property(Option<?> option) {
        return Optional.ofNullable(systemProperties.get(option.property()));
    }

    private Optional<ConfiguredValue> variable(Option<?> option) {
        // A blank variable is how build servers hand on an input that nobody filled in.
        List<String> names = option.environmentVariables().stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .toList();
        if (names.size() > 1) {
            throw new ConfigurationException("%s (environment variables) are two names of one option. Set one of them."
                    .formatted(String.join(" and ", names)));
        }
        return names.stream()
                .findFirst()
                .map(name -> new ConfiguredValue(
                        environment.getOrDefault(name, ""), ConfigurationSource.ENVIRONMENT_VARIABLE.of(name)));
    }
}
