package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.recording.ReplayedFolder;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recordings that tests are served from: that of one test, or of all that have a report in a directory. */
public final class ServedRecordings {

    private static final String FILE = "traffic.jsonl";
    private static final int SHOWN = 300;

    private final Path place;
    private final boolean isDirectory;
    private @Nullable Recording single; // guarded by this

    private ServedRecordings(Path place, boolean isDirectory) {
        this.place = place;
        this.isDirectory = isDirectory;
    }

    /** A recording that cannot be served; the message says which, and what to do. */
    public static final class UnusableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /**
     * Find what there is.
     *
     * @param place the folder of a report, its {@code traffic.jsonl}, or a directory of reports
     * @throws UnusableException if it is none of these, or would be replaced
     */
    public static ServedRecordings at(Path place) {
        var absolute = place.toAbsolutePath().normalize();
        if (ReplayedFolder.holds(absolute)) {
            throw new UnusableException(
                    "%s was written by a run that was itself made from a recording, and would be replaced by another. Give the report that it was made from."
                            .formatted(SafeText.line(absolute.toString(), SHOWN)));
        }
        if (Files.isRegularFile(absolute)) {
            return new ServedRecordings(absolute, false);
        }
        if (Files.isRegularFile(absolute.resolve(FILE))) {
            return new ServedRecordings(absolute.resolve(FILE), false);
        }
        if (Files.isDirectory(absolute) && hasReports(absolute)) {
            return new ServedRecordings(absolute, true);
        }
        throw new UnusableException(
                "%s %s. Give the folder of a report, the traffic.jsonl in it, or a directory of reports, as withcdp-reports is one."
                        .formatted(
                                SafeText.line(absolute.toString(), SHOWN),
                                Files.exists(absolute)
                                        ? "has no recording in it, nor are there reports below it"
                                        : "does not exist"));
    }

    private static boolean hasReports(Path directory) {
        try (Stream<Path> files =
                Files.find(directory, 3, (file, attributes) -> file.endsWith(FILE) && attributes.isRegularFile())) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** Return where the recordings are. */
    public Path place() {
        return place;
    }

    /**
     * Return whether there is a recording of a test.
     *
     * @param anyInvocation whether one of any of its invocations does
     */
    public boolean has(TestIdentity test, boolean anyInvocation) {
        if (!isDirectory) {
            return describes(single(), test);
        }
        return anyInvocation ? hasInvocation(test) : Files.isRegularFile(file(test));
    }

    private boolean hasInvocation(TestIdentity test) {
        var plain = test.folder().getName(1).toString();
        try (Stream<Path> siblings = Files.list(place.resolve(test.folder().getName(0)))) {
            return siblings.map(sibling -> String.valueOf(sibling.getFileName()))
                    .anyMatch(name -> name.equals(plain) || name.startsWith(plain + "-"));
        } catch (IOException | UncheckedIOException none) {
            return false;
        }
    }

    private Path file(TestIdentity test) {
        return place.resolve(test.folder()).resolve(FILE);
    }

    /**
     * Return the recording of a test; empty if there is none.
     *
     * @throws UnusableException if it cannot be read, or is one of another test
     */
    public Optional<ServedRecording> of(TestIdentity test) {
        if (!isDirectory) {
            var recording = single();
            return describes(recording, test)
                    ? Optional.of(new ServedRecording(recording, place.toString()))
                    : Optional.empty();
        }
        var file = file(test);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var recording = read(file);
        if (!describes(recording, test)) {
            throw new UnusableException(
                    "%s is a recording of %s, and not of %s. Put reports back into the folders in which they were written, or give the folder of one."
                            .formatted(
                                    SafeText.line(file.toString(), SHOWN),
                                    SafeText.line(described(recording), SHOWN),
                                    SafeText.line(test.toString(), SHOWN)));
        }
        return Optional.of(new ServedRecording(recording, file.toString()));
    }

    /** A recording, and where it was read from. */
    public record ServedRecording(Recording recording, String file) {}

    /**
     * A test, or with an empty method a class.
     *
     * @param folder of its report, from the directory of all reports
     */
    public record TestIdentity(String className, String methodName, Path folder) {

        @Override
        public String toString() {
            return methodName.isEmpty() ? className : className + "." + methodName;
        }
    }

    private synchronized Recording single() {
        var read = single;
        if (read == null) {
            read = read(place);
            single = read;
        }
        return read;
    }

    private static Recording read(Path file) {
        try {
            return Recording.read(file);
        } catch (IOException unreadable) {
            throw new UnusableException(String.valueOf(unreadable.getMessage()));
        }
    }

    private boolean describes(Recording recording, TestIdentity test) {
        var header = StoredRecording.infoOf(recording).report().path("test");
        return header.path("className").asString("").equals(test.className())
                && header.path("methodName").asString("").equals(test.methodName());
    }

    private static String described(Recording recording) {
        var header = StoredRecording.infoOf(recording).report().path("test");
        var name = header.path("className").asString("") + "."
                + header.path("methodName").asString("");
        return name.equals(".") ? "no test" : name;
    }
}
