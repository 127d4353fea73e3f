package io.github.withcdp.internal.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

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
        var texts = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            texts.put(name, properties.getProperty(name, ""));
        }
        return texts;
    }

    /** Return what counts for an option: what its first source says. */
    Optional<ConfiguredValue> valueOf(Option<?> option) {
        for (var source : ConfigurationSource.values()) {
            var value = valueOf(source, option);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
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
        var names = new ArrayList<String>();
        for (var name : option.environmentVariables()) {
            if (!environment.getOrDefault(name, "").isBlank()) {
                names.add(name);
            }
        }
        if (names.size() > 1) {
            throw new ConfigurationException("%s (environment variables) are two names of one option. Set one of them."
                    .formatted(String.join(" and ", names)));
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var name = names.get(0);
        return Optional.of(new ConfiguredValue(
                environment.getOrDefault(name, ""), ConfigurationSource.ENVIRONMENT_VARIABLE.of(name)));
    }
}
