package io.github.withcdp.internal.report.index;

import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a build that have reports, noted in the folder of reports of its root: a small file each, so that nobody has to
 * understand build files, and parts that run at the same time are not in each other's way.
 */
final class BuildModules {

    private static final String FOLDER = ".modules";
    private static final int MOST = 1_000;
    private static final int SIZE = 4 * 1024;

    private final Path reports;
    private final Path root;

    /**
     * Create the list of a build.
     *
     * @param reports the folder of reports of its root, {@code <root>/target/withcdp-reports}
     */
    BuildModules(Path reports) {
        this.reports = reports;
        this.root = Optional.ofNullable(reports.getParent())
                .flatMap(build -> Optional.ofNullable(build.getParent()))
                .orElse(reports);
    }

    /**
     * Note a folder of reports.
     *
     * @throws IOException if that cannot be written
     */
    void add(Path module) throws IOException {
        var folder = Files.createDirectories(reports.resolve(FOLDER));
        var path = root.relativize(module).toString();
        try {
            Files.write(
                    folder.resolve(ReportName.sha256(path).substring(0, 16)),
                    path.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException alreadyThere) {
            // noted before
        }
    }

    /** Return the folders of reports that are noted, are below the root of the build, and still there. */
    List<Path> list() {
        var modules = new ArrayList<Path>();
        try (var notes = Files.newDirectoryStream(reports.resolve(FOLDER))) {
            for (var note : notes) {
                if (modules.size() == MOST) {
                    break;
                }
                read(note).ifPresent(modules::add);
            }
        } catch (IOException | DirectoryIteratorException none) {
            return modules;
        }
        return modules;
    }

    /** Return the part of the build whose folder of reports it is, as a path from the root. */
    String name(Path module) {
        var project = Optional.ofNullable(module.getParent()).flatMap(build -> Optional.ofNullable(build.getParent()));
        return SafeText.line(project.map(root::relativize).orElse(module).toString(), 200);
    }

    private Optional<Path> read(Path note) {
        try {
            if (!Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) || Files.size(note) > SIZE) {
                return Optional.empty();
            }
            var module = root.resolve(Files.readString(note)).normalize();
            return Optional.of(module)
                    .filter(path -> path.startsWith(root) && path.endsWith(ReportFolder.NAME) && !path.equals(reports))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
