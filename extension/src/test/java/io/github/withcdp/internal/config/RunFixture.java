package io.github.withcdp.internal.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run says, put together by hand. */
public final class RunFixture {

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    public RunFixture property(String name, String text) {
        properties.put(name, text);
        return this;
    }

    RunFixture parameter(String name, String text) {
        parameters.put(name, text);
        return this;
    }

    RunFixture environment(String name, String text) {
        environment.put(name, text);
        return this;
    }

    public ConfigurationSources sources() {
        return new ConfigurationSources(
                Map.copyOf(properties),
                // As JUnit does it: a system property stands in for a parameter that is not given.
                name -> Optional.ofNullable(parameters.get(name)).or(() -> Optional.ofNullable(properties.get(name))),
                Set.copyOf(parameters.keySet()),
                Map.copyOf(environment));
    }
}
