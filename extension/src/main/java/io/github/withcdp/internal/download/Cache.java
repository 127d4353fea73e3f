package io.github.withcdp.internal.download;

import io.github.withcdp.internal.util.FileTree;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The directory in which browsers are kept. A browser is there when a directory has its name: that is made under another
 * one, and renamed when nothing is missing. So whoever looks for a browser needs no lock, and whoever adds one does.
 */
final class Cache {

    private static final String UNPACKING = ".unpacking";
    private static final String PART = ".zip.part";
    private static final String ARCHIVE = "archive.zip";

    /** What of our making a killed process may have left. */
    private static final Pattern LEFTOVER =
            Pattern.compile("chrome-headless-shell-[\\w.-]+(\\.unpacking|\\.zip\\.part)|[\\w.-]+\\.json\\.new");

    private final Path directory;
    private final Platform platform;

    Cache(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    Path directory() {
        return directory;
    }

    /** Return the program of a version; empty if the version is not here. */
    Optional<Path> program(BrowserVersion version) {
        return Optional.of(home(version).resolve(platform.folder()).resolve(platform.program()))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program));
    }

    /** Return the archive that a version was unpacked from; empty if it was not kept. */
    Optional<Path> keptArchive(BrowserVersion version) {
        return Optional.of(home(version).resolve(ARCHIVE)).filter(Files::isRegularFile);
    }

    /** Return the versions that are here, the newest first. */
    List<BrowserVersion> versions() {
        var prefix = prefix();
        var versions = new ArrayList<BrowserVersion>();
        try (var all = Files.newDirectoryStream(directory, prefix + "*")) {
            for (Path one : all) {
                BrowserVersion.parse(String.valueOf(one.getFileName()).substring(prefix.length()))
                        .filter(version -> program(version).isPresent())
                        .ifPresent(versions::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // there is no cache yet
        }
        versions.sort(Comparator.reverseOrder());
        return versions;
    }

    /** Return where the archive of a version is brought to. */
    Path archive(BrowserVersion version) {
        return directory.resolve(prefix() + version + PART);
    }

    /** Return the directory where a version is unpacked, which is empty. */
    Path startUnpacking(BrowserVersion version) throws IOException {
        var unpacking = directory.resolve(prefix() + version + UNPACKING);
        FileTree.delete(unpacking);
        return Files.createDirectory(unpacking);
    }

    /** Keep the archive beside what was unpacked from it. */
    void keep(Path archive, Path unpacked) throws IOException {
        Files.move(archive, unpacked.resolve(ARCHIVE));
    }

    /** Make what was unpacked into a browser that everybody sees, in one step. */
    void finish(BrowserVersion version, Path unpacked) throws IOException {
        FileTree.delete(home(version)); // one of which somebody has deleted the program, or whose archive was not kept
        Files.move(unpacked, home(version), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Remove what killed processes have left. Only whoever holds the lock may do this. */
    void sweep() throws IOException {
        try (var all = Files.newDirectoryStream(
                directory,
                entry -> LEFTOVER.matcher(String.valueOf(entry.getFileName())).matches())) {
            for (Path leftover : all) {
                FileTree.delete(leftover);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Return the directory in which a version is, or would be. */
    Path home(BrowserVersion version) {
        return directory.resolve(prefix() + version);
    }

    private String prefix() {
        return platform.folder() + "-";
    }
}
