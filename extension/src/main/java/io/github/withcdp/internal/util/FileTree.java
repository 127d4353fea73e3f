package io.github.withcdp.internal.util;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Deletes a directory with all that is in it; a symbolic link is deleted, never followed. */
public final class FileTree {

    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private FileTree() {}

    /** Delete the tree; what is gone already is as good as deleted. */
    public static void delete(Path root) throws IOException {
        delete(root, NO_LIMIT);
    }

    /**
     * Delete the tree; what is gone already is as good as deleted.
     *
     * @param limit no file is begun with after that
     * @throws IOException if something cannot be deleted, or time is up
     */
    public static void delete(Path root, Duration limit) throws IOException {
        try {
            Files.walkFileTree(root, new Deletion(Deadline.in(limit)));
        } catch (NoSuchFileException e) {
            // Somebody else was faster.
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        private final Deadline deadline;

        Deletion(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            return delete(directory);
        }

        private FileVisitResult delete(Path path) throws IOException {
            Files.deleteIfExists(path);
            if (deadline.isOver()) {
                throw new IOException("No time left to delete what is in " + path.getParent());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
