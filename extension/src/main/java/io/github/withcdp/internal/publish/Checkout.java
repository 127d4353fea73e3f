package io.github.withcdp.internal.publish;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The folder into which a CI server has put the sources of a build.
 *
 * @param folder its path
 */
record Checkout(Path folder) {

    /** Return the folder that a variable names; empty if it is not set, or what it names is no path. */
    static Optional<Checkout> of(Map<String, String> environment, String variable) {
        try {
            return Optional.ofNullable(environment.get(variable))
                    .filter(name -> !name.isBlank())
                    .map(name -> new Checkout(Path.of(name)));
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    /** Return the path that leads from here to a file, with slashes on every system; empty if the file lies elsewhere. */
    Optional<String> pathTo(Path file) {
        // As it is named first: what is published is looked for under this name, wherever a link in it leads.
        return path(absolute(folder), absolute(file)).or(() -> path(real(folder), real(file)));
    }

    private static Optional<String> path(Path from, Path to) {
        return to.startsWith(from) && !to.equals(from)
                ? Optional.of(StreamSupport.stream(from.relativize(to).spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("/")))
                : Optional.empty();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return absolute(path);
        }
    }
}
