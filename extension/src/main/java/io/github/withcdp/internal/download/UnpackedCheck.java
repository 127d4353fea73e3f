package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what is there with the archive that it was unpacked from: whoever can change a program can change a note beside it too. */
final class UnpackedCheck {

    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final Deadline deadline;

    /**
     * Create the check.
     *
     * @param directory where the archive was unpacked
     */
    UnpackedCheck(Path directory, Deadline deadline) {
        this.directory = directory;
        this.deadline = deadline;
    }

    /**
     * Return the first file that is not as in the archive, is missing, or is not from it; empty if all is as it came.
     *
     * @param folder the one that all of the archive is in
     */
    Optional<String> firstDifference(Path archive, String folder, Limits limits)
            throws IOException, InterruptedException {
        try (var channel = FileChannel.open(archive, StandardOpenOption.READ)) {
            var files = ZipDirectory.read(channel, limits.entries()).stream()
                    .filter(member -> !member.isFolder())
                    .toList();
            for (ZipMember member : files) {
                if (!isSame(channel, member)) {
                    return Optional.of(member.name());
                }
            }
            return firstStranger(folder, files);
        }
    }

    private boolean isSame(FileChannel archive, ZipMember member) throws IOException, InterruptedException {
        var file = directory.resolve(member.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != member.size()) {
            return false;
        }
        try (var expected = MemberContent.of(archive, member);
                var actual = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return isSame(expected, actual);
        }
    }

    private boolean isSame(InputStream expected, InputStream actual) throws IOException, InterruptedException {
        while (true) {
            deadline.check();
            var one = expected.readNBytes(BUFFER);
            if (!Arrays.equals(one, actual.readNBytes(BUFFER))) {
                return false;
            }
            if (one.length < BUFFER) {
                return true;
            }
        }
    }

    /** A library that lies beside a program may be loaded by it. */
    private Optional<String> firstStranger(String folder, List<ZipMember> files) throws IOException {
        var archived =
                files.stream().map(member -> directory.resolve(member.name())).collect(Collectors.toSet());
        try (var all = Files.walk(directory.resolve(folder))) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !archived.contains(path))
                    .map(path -> directory.relativize(path).toString())
                    .findFirst();
        }
    }
}
