package io.github.withcdp.internal.config;

import io.github.withcdp.Headless;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A kind of place other than this machine's own programs where a browser may come from; which one counts is for {@link BrowserSourceResolver} to say. */
enum BrowserSourceKind {
    ENDPOINT(
            "an endpoint attaches to a browser that is already running, the other one is for a browser that is launched"),
    IMAGE("an image brings the browser with it, the other one is for a browser that is launched on this machine"),
    GRID(
            "a Grid starts the browser on one of its nodes, the other one is for a browser that is launched on this machine");

    private static final String NO_SHELL = "cannot be had from a Grid, whose nodes start whole browsers."
            + " Take new, or off for nodes with a display.";

    private final String clause;

    BrowserSourceKind(String clause) {
        this.clause = clause;
    }

    /** Return the option with which a run names a place of this kind. */
    Option<?> option() {
        return switch (this) {
            case ENDPOINT -> Option.ENDPOINT;
            case IMAGE -> Option.IMAGE;
            case GRID -> Option.GRID;
        };
    }

    /** Return the option that names a place of this kind in code: a container stands in for its image. */
    Option<?> naming(OptionValues code) {
        return this == IMAGE && !code.isSet(Option.IMAGE) ? Option.CONTAINER : option();
    }

    /** Return the kinds of places that are named in code. */
    static Set<BrowserSourceKind> of(OptionValues code) {
        var kinds = EnumSet.noneOf(BrowserSourceKind.class);
        for (var kind : values()) {
            if (code.isSet(kind.naming(code))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Return whether an option has a meaning for a browser that comes from here. */
    boolean understands(Option<?> other) {
        if (other == Option.EXECUTABLE || other == Option.TRANSPORT) {
            return false;
        }
        if (other == Option.HEADLESS) {
            return this == GRID;
        }
        return other != Option.ARGS || this != ENDPOINT;
    }

    /** Return why a browser from here cannot show itself in a way; empty if it can, or the option has no meaning here. */
    Optional<String> refusal(Headless headless) {
        return this == GRID && headless == Headless.SHELL ? Optional.of(NO_SHELL) : Optional.empty();
    }

    /** Return the exception that says why two options cannot be together. */
    ConfigurationException excludes(String where, String otherWhere, Option<?> other) {
        boolean place = other == Option.CONTAINER || of(other).isPresent();
        return new ConfigurationException("%s and %s exclude each other: %s. Remove one of them."
                .formatted(where, otherWhere, place ? "a browser comes from one place" : clause));
    }

    /** Return the kind of place that an option names, if it names one. */
    static Optional<BrowserSourceKind> of(Option<?> option) {
        for (var kind : values()) {
            if (kind.option() == option) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
