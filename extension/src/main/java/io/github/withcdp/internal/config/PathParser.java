package io.github.withcdp.internal.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads paths; whether there is anything is for those to find out who go there. */
public final class PathParser {

    // What somebody writes who takes the option for a switch; meant as a directory, it can be written as ./true.
    private static final Set<String> NOT_DIRECTORIES = Set.of("true", "false", "allow", "deny");

    private PathParser() {}

    /**
     * Return the path that a text says, none if it is blank.
     *
     * @throws ConfigurationException if this system cannot have such a path
     */
    static Optional<Path> parse(ConfiguredValue value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(value.trimmed()));
        } catch (InvalidPathException e) {
            throw value.refused("is not a path: " + e.getReason() + ".");
        }
    }

    /**
     * Return the directory that a text says, none if it is blank.
     *
     * @throws ConfigurationException if this system cannot have such a path, or it is a word like {@code true}
     */
    static Optional<Path> parseDirectory(ConfiguredValue value) {
        if (NOT_DIRECTORIES.contains(value.trimmed().toLowerCase(Locale.ROOT))) {
            throw value.refused("is not a directory. Write the path of one; an empty one stands for the default.");
        }
        return parse(value);
    }

    /**
     * Return the path if it leads anywhere.
     *
     * @throws ConfigurationException if it is empty
     */
    public static Path check(Path path, String where) {
        if (path.toString().isBlank()) {
            throw ConfiguredValue.refused(
                    where, path.toString(), "is not a path. Leave the option out for its default.");
        }
        return path;
    }
}
