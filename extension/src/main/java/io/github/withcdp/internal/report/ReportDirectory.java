package io.github.withcdp.internal.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one report, below the folder of all reports.
 * It creates only what is not there, follows no symbolic link below the folder of all reports,
 * and deletes only what its marker file says an earlier report has created.
 */
final class ReportDirectory {

    /** Says which run the report is of, if that is known, and lists its files in the folder, one name a line. */
    static final String MARKER = ".withcdp-report";

    private static final String RUN = "run ";
    private static final int MARKER_SIZE = 64 * 1024;
    private static final Pattern OURS = Pattern.compile(
            "transcript\\.txt|summary\\.md|chrome\\.log|report\\.(html|json)|traffic\\.(jsonl|har)|screenshot(-\\d+)?\\.png|dom(-\\d+)?\\.html");

    private final Path path;

    private ReportDirectory(Path path) {
        this.path = path;
    }

    /**
     * Create the folder where it is missing, and remove the report of an earlier run from it.
     *
     * @throws IOException if the folder is not below {@code root}, or cannot be had without following a link, or not be written to
     */
    static ReportDirectory prepare(Path root, Path directory) throws IOException {
        var base = root.toAbsolutePath().normalize();
        var path = directory.toAbsolutePath().normalize();
        if (!path.startsWith(base) || path.equals(base)) {
            throw new IOException("%s is not below %s, where reports belong".formatted(path, base));
        }
        Files.createDirectories(base); // the user's own choice, so links in it are followed
        var step = base;
        for (var name : base.relativize(path)) {
            step = step.resolve(name);
            create(step);
        }
        var prepared = new ReportDirectory(path);
        prepared.removeOld();
        return prepared;
    }

    /**
     * Say which files this report is going to have; those that are there already belong to somebody else and are left out.
     *
     * @param run see {@link BuildRun#id()}
     * @throws IOException if the marker cannot be written
     */
    void claim(List<String> names, String run) throws IOException {
        var lines = Stream.concat(
                run.isEmpty() ? Stream.of() : Stream.of(RUN + run),
                names.stream().filter(this::isFree));
        Files.write(
                path.resolve(MARKER),
                lines.toList(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Remove the report of an earlier run, if there is one, and its folders if nothing else is in them.
     *
     * @return whether there was one
     * @throws IOException if it cannot be removed
     */
    static boolean remove(Path root, Path directory) throws IOException {
        var base = root.toAbsolutePath().normalize();
        var path = directory.toAbsolutePath().normalize();
        // Looked for first, because nearly every test that passes has none.
        if (!Files.exists(path.resolve(MARKER), LinkOption.NOFOLLOW_LINKS) || !path.startsWith(base)) {
            return false;
        }
        var steps = new ArrayDeque<Path>();
        for (var name : base.relativize(path)) {
            steps.push((steps.isEmpty() ? base : steps.getFirst()).resolve(name));
            if (!Files.isDirectory(steps.getFirst(), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        new ReportDirectory(path).removeOld();
        while (!steps.isEmpty() && deleteIfEmpty(steps.pop())) {
            // the one around it is next
        }
        return true;
    }

    /** Return the run that the report in a folder is of; empty if that is not known, or there is none. */
    static String runOf(Path directory) {
        var marker = directory.resolve(MARKER);
        try {
            return isFile(marker) && Files.size(marker) <= MARKER_SIZE
                    ? Files.readString(marker)
                            .lines()
                            .filter(line -> line.startsWith(RUN))
                            .findFirst()
                            .map(line -> line.substring(RUN.length()))
                            .orElse("")
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException othersAreInIt) {
            return false;
        } catch (NoSuchFileException anotherWasFaster) {
            return true;
        }
    }

    /**
     * Return the path for a new file.
     *
     * @throws IOException if there is something of this name
     */
    Path newFile(String name) throws IOException {
        if (!isFree(name)) {
            throw new IOException("there is already something of this name that is not ours; it was left alone");
        }
        return path.resolve(name);
    }

    private static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isSymbolicLink(directory)) {
            throw new IOException("%s is a symbolic link, which is not followed: remove it".formatted(directory));
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) { // else another test was faster
                throw new IOException("%s is in the way, it is not a folder: remove it".formatted(directory), e);
            }
        }
    }

    private void removeOld() throws IOException {
        var marker = path.resolve(MARKER);
        if (!isFile(marker) || Files.size(marker) > MARKER_SIZE) {
            return;
        }
        List<String> names;
        try (var lines = Files.lines(marker, StandardCharsets.UTF_8)) {
            names = lines.filter(name -> OURS.matcher(name).matches()).toList();
        } catch (UncheckedIOException e) {
            throw new IOException("%s cannot be read: remove it".formatted(marker), e);
        }
        for (var name : names) {
            if (isFile(path.resolve(name))) {
                Files.delete(path.resolve(name));
            }
        }
        Files.delete(marker);
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isFree(String name) {
        return !Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}
