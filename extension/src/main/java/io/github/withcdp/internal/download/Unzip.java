package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Unpacks a checked archive into a directory that nobody else knows. */
final class Unzip {

    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final Deadline deadline;
    private final boolean posix;

    Unzip(Path directory, Deadline deadline) {
        this.directory = directory;
        this.deadline = deadline;
        this.posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Unpack all of it.
     *
     * @param folder the one that all must be in
     * @param program the file in it that is to be started, whether the archive says so or not
     * @throws ZipException if there is anything wrong with the archive; what was unpacked then is left to the caller
     */
    void unpack(Path archive, String folder, String program, Limits limits) throws IOException, InterruptedException {
        try (var channel = FileChannel.open(archive, StandardOpenOption.READ)) {
            var members = ZipDirectory.read(channel, limits.entries());
            ZipCheck.check(members, folder, program, limits);
            for (ZipMember member : members) {
                unpack(channel, member, member.name().equals(folder + "/" + program));
            }
        }
    }

    private void unpack(FileChannel archive, ZipMember member, boolean isProgram)
            throws IOException, InterruptedException {
        var target = target(directory, member.name());
        if (member.isFolder()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize());
        boolean executable = isProgram || member.isExecutable();
        try (var out = FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes(executable));
                var in = MemberContent.of(archive, member)) {
            copy(in, Channels.newOutputStream(out), member);
            out.force(false); // or after a power failure the directory may be there, and the files empty
        } catch (EOFException e) {
            throw damaged(member);
        }
    }

    /** Return where an entry goes. A system without a locale, as of many a container, has no files with names beyond ASCII. */
    static Path target(Path directory, String name) throws ZipException {
        try {
            var target = directory.resolve(name).normalize();
            if (target.startsWith(directory)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new ZipException("an entry has a name that no file can have here: " + DownloadMessages.text(name));
        }
        throw new ZipException("an entry leads elsewhere: " + DownloadMessages.text(name));
    }

    private void copy(InputStream in, OutputStream out, ZipMember member) throws IOException, InterruptedException {
        var crc = new CRC32();
        var buffer = new byte[BUFFER];
        long left = member.size();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            deadline.check();
            left -= count;
            if (left < 0) {
                throw new ZipException("an entry is larger than it says: " + DownloadMessages.text(member.name()));
            }
            crc.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        if (left > 0 || crc.getValue() != member.crc()) {
            throw damaged(member);
        }
    }

    private static ZipException damaged(ZipMember member) {
        return new ZipException("an entry is damaged: " + DownloadMessages.text(member.name()));
    }

    private FileAttribute<?>[] attributes(boolean executable) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"))
                }
                : new FileAttribute<?>[0];
    }
}
