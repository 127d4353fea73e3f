package io.github.withcdp.internal.green;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Removes green runs of branches that are no more. Whatever else lies between them stays, for the directory may be anybody's. */
final class OldGreens extends SimpleFileVisitor<Path> {

    private final Predicate<Path> isOld;

    private OldGreens(Predicate<Path> isOld) {
        this.isOld = isOld;
    }

    /** Remove what is old of a browser, and the folders that are empty then, that of its label included. */
    static void remove(Path browser, Predicate<Path> isOld) throws IOException {
        Files.walkFileTree(browser, new OldGreens(isOld));
        deleteIfEmpty(browser.resolve("..").normalize());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() && isOld.test(file)) {
            Files.deleteIfExists(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (problem instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // removed by another JVM, a moment ago
        }
        throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
        if (problem != null) {
            throw problem;
        }
        deleteIfEmpty(folder);
        return FileVisitResult.CONTINUE;
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException needed) {
            // by runs that are not old, or by somebody else
        }
    }
}
