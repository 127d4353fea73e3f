package io.github.withcdp.internal.config;

/** A place where a run may configure; the earlier one wins. */
enum ConfigurationSource {
    SYSTEM_PROPERTY("system property"),
    CONFIGURATION_PARAMETER("configuration parameter"),
    ENVIRONMENT_VARIABLE("environment variable");

    private final String words;

    ConfigurationSource(String words) {
        this.words = words;
    }

    /** Return a name as messages show it: {@code withcdp.timeout (system property)}. */
    String of(String name) {
        return name + " (" + words + ")";
    }
}
