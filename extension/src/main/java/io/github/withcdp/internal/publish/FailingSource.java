package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.report.SourceExcerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the lines of a test's source around the one in which it failed. */
final class FailingSource {

    /** Bytes of the longest source that is read. */
    private static final int LONGEST = 4 << 20;

    private FailingSource() {}

    /**
     * Return the lines; empty if the source is not where builds keep it, or cannot be read.
     *
     * @param methodName the name of the method; empty if it is about the class
     * @param build from which the file is named
     */
    static Optional<SourceExcerpt> of(Throwable thrown, Class<?> testClass, String methodName, Checkout build) {
        return FailingLine.of(thrown, testClass, methodName)
                .flatMap(line -> TestSource.of(line.owner(), line.file()).flatMap(file -> excerpt(file, line, build)));
    }

    private static Optional<SourceExcerpt> excerpt(Path file, FailingLine failing, Checkout build) {
        int first = Math.max(1, failing.number() - SourceExcerpt.BEFORE);
        try {
            if (Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            // Not as strict as reading lines of files: a source may be in whatever charset.
            var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .skip(first - 1L)
                    .limit(failing.number() - first + 1L + SourceExcerpt.BEHIND)
                    .toList();
            return failing.number() - first < lines.size()
                    ? Optional.of(new SourceExcerpt(name(file, build), first, failing.number(), lines))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String name(Path file, Checkout build) {
        return build.pathTo(file).orElseGet(() -> String.valueOf(file.getFileName()));
    }
}
