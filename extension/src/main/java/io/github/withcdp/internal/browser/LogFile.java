package io.github.withcdp.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.config.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A file that the log goes to. Each line is written at once, so that those of several browsers, and of several JVMs, stay whole. */
final class LogFile implements Closeable {

    private final OutputStream out;

    private LogFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Open a file, with what is in it, and begin with a line that says when.
     *
     * @throws ConfigurationException if it cannot be written
     */
    static LogFile append(Path path) {
        try {
            var directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            var file = new LogFile(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            file.println("# a browser, from " + Instant.now() + " on");
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException(
                    "withcdp.log.file: \"%s\" cannot be written: %s. Give a file in a directory in which tests may write."
                            .formatted(path, e),
                    e);
        }
    }

    /** Write a line. */
    void println(String line) {
        try {
            out.write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
