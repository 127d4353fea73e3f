package io.github.withcdp.internal.config;

import java.util.Optional;

/** A place other than this machine's own programs where a browser may come from; which one counts is for {@link BrowserSourceResolver} to say. */
enum BrowserSourceKind {
    ENDPOINT(
            ConfigurationKey.ENDPOINT,
            "an endpoint attaches to a browser that is already running, the other one is for a browser that is launched"),
    IMAGE(
            ConfigurationKey.IMAGE,
            "an image brings the browser with it, the other one is for a browser that is launched on this machine"),
    GRID(
            ConfigurationKey.GRID,
            "a Grid starts the browser on one of its nodes, the other one is for a browser that is launched on this machine");

    private final ConfigurationKey key;
    private final String clause;

    BrowserSourceKind(ConfigurationKey key, String clause) {
        this.key = key;
        this.clause = clause;
    }

    /** Return what names such a place. */
    ConfigurationKey key() {
        return key;
    }

    /** Return whether an option has a meaning for a browser that comes from here. */
    boolean understands(ConfigurationKey option) {
        return switch (option) {
            case EXECUTABLE, TRANSPORT -> false;
            case HEADLESS -> this == GRID;
            case ARGS -> this != ENDPOINT;
            default -> true;
        };
    }

    /** Return the exception that says why two options cannot be together. */
    ConfigurationException excludes(String named, String other, ConfigurationKey option) {
        boolean place = of(option).isPresent();
        return new ConfigurationException("%s and %s exclude each other: %s. Remove one of them."
                .formatted(named, other, place ? "a browser comes from one place" : clause));
    }

    /** Return the place that a key names, if it names one. */
    static Optional<BrowserSourceKind> of(ConfigurationKey key) {
        for (var place : values()) {
            if (place.key == key) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
