package io.github.withcdp.internal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of a report.
 *
 * @param name its name in the report's folder
 * @param description what it is, as the summary says it
 */
public record ReportFile(String name, String description, Content content) {

    /** Writes what is in a file. */
    @FunctionalInterface
    public interface Content {

        void writeTo(Path file) throws IOException;
    }

    /** Writes the text of a file. */
    @FunctionalInterface
    interface Text {

        void writeTo(Appendable out) throws IOException;
    }

    /** Create a text file in UTF-8, written bit by bit. */
    static ReportFile text(String name, String description, Text text) {
        return new ReportFile(name, description, file -> {
            try (var out = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                text.writeTo(out);
            }
        });
    }

    /** Create a file of bytes. */
    static ReportFile bytes(String name, String description, byte[] bytes) {
        return new ReportFile(
                name,
                description,
                file -> Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
}
