package io.github.withcdp.internal.green;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Files that are there whole or not at all: what is written first has another name. */
final class Drafts {

    private static final String ENDING = ".tmp";

    /** What is older was left by a JVM that was killed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private Drafts() {}

    /** Writes what a file shall hold. */
    @FunctionalInterface
    interface Content {

        /** Write it; an exception leaves no file. */
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        // No temporary file of the JDK's, which nobody but its owner may read.
        var draft = file.resolveSibling("." + UUID.randomUUID() + ENDING);
        try {
            try (var out = new BufferedOutputStream(
                    Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static boolean isAbandoned(Path file) throws IOException {
        var name = file.getFileName().toString();
        return name.startsWith(".")
                && name.endsWith(ENDING)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(LONGEST));
    }
}
