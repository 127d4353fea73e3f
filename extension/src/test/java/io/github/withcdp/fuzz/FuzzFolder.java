package io.github.withcdp.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder of a property, for files that one try after the other writes. */
public final class FuzzFolder implements AutoCloseable {

    private final Path path;

    /** Create it. */
    public FuzzFolder() {
        try {
            path = Files.createTempDirectory("fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return where it is. */
    public Path path() {
        return path;
    }

    /** Delete what is in a place below, if anything is, and the place itself. */
    public static void clear(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear(path);
    }
}
