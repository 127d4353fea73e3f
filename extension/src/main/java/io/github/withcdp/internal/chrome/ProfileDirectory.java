package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.FileTree;
import io.github.withcdp.internal.util.Loggers;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The directory of one browser: its profile, its temporary files, and a lock that is held as long as this JVM lives.
 *
 * <p>Chrome is never left to make it: it would fall back to the profile of the person who runs the test if it could
 * not, and would keep the access rights of one that somebody else has made before.
 */
final class ProfileDirectory {

    /** The name of a file that is locked as long as the JVM that owns the directory lives; the system drops the lock even if it is killed. */
    static final String OWNER = "owner";

    /** The content of that file, so that nobody else's is taken for it. */
    private static final byte[] MADE_BY =
            "A profile of a browser that WithCDP launched. It is deleted when no process holds a lock on this file.\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** The length of a path for temporary files at most: Chrome puts a socket there whose name has 45 characters more; the system allows 107 in all. */
    private static final int LONGEST_TEMPORARY = 60;

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path root;
    private final FileChannel owner;

    private ProfileDirectory(Path root, FileChannel owner) {
        this.root = root;
        this.owner = owner;
    }

    /**
     * Create a directory that nobody else can look into.
     *
     * @param temporary where to; it must exist
     * @throws IOException if it cannot be created there, or not with these access rights
     */
    static ProfileDirectory create(Path temporary) throws IOException {
        var parent = temporary.toRealPath();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var root = parent.resolve(ProfileOwner.current().newName());
            try {
                createPrivately(root);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            var owner = lock(root);
            if (owner.isPresent()) {
                var directory = new ProfileDirectory(root, owner.get());
                createPrivately(directory.userData());
                createPrivately(root.resolve("t"));
                return directory;
            }
        }
        throw new IOException("No new directory could be made in " + parent + " in " + ATTEMPTS + " attempts");
    }

    /** Return the directory with all that belongs to the browser. */
    Path root() {
        return root;
    }

    /** Return what Chrome is given as {@code --user-data-dir}. */
    Path userData() {
        return root.resolve("p");
    }

    /** Return where Chrome can put its temporary files; empty if the path is too long for the socket among them. */
    Optional<Path> temporary() {
        var directory = root.resolve("t");
        return directory.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEMPORARY
                ? Optional.of(directory)
                : Optional.empty();
    }

    /** Return whether the directory belongs to the system's almighty user, and so does this process. */
    boolean isOwnedByRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(root, "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // a system without such numbers
        }
    }

    /**
     * Delete the directory, again and again until the limit, because a browser's last helpers may still be writing.
     *
     * @return whether it is gone; if not, a later JVM's {@link ProfileSweep} removes it
     */
    boolean delete(Duration limit) {
        var deadline = Deadline.in(limit);
        while (true) {
            try {
                FileTree.delete(userData(), limit);
                FileTree.delete(root.resolve("t"), limit);
                owner.close(); // late, so that nobody takes it for forgotten; but Windows deletes no open file
                FileTree.delete(root, limit);
                if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) { // a last helper has made it again
                    throw new DirectoryNotEmptyException(root.toString());
                }
                return true;
            } catch (IOException e) {
                if (deadline.isOver()) {
                    Loggers.of(ProfileDirectory.class)
                            .log(System.Logger.Level.DEBUG, "Left " + root + " for a later launch to delete", e);
                    giveUp();
                    return false;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Leave the directory to a later JVM: the file of the owner, without a lock, says that the rest may be deleted. */
    private void giveUp() {
        try {
            owner.close();
            if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS) && Files.notExists(root.resolve(OWNER))) {
                Files.write(root.resolve(OWNER), MADE_BY, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            Loggers.of(ProfileDirectory.class)
                    .log(System.Logger.Level.DEBUG, "The lock of " + root + " was not closed", e);
        }
    }

    private static void createPrivately(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(directory); // Windows: the temporary directory is the user's own
            return;
        }
        var permissions = PosixFilePermissions.fromString("rwx------");
        FileAttribute<?> attribute = PosixFilePermissions.asFileAttribute(permissions);
        Files.createDirectory(directory, attribute); // fails if anything is there, be it a link
        if (!Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS).equals(permissions)) {
            throw new IOException("The access rights of " + directory + " are not what was asked for");
        }
    }

    /** Return the locked file; empty if the sweep of another JVM was faster and deletes the directory now. */
    private static Optional<FileChannel> lock(Path root) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(root.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try (var out = new FileOutputStream(
                root.resolve(OWNER).toFile())) { // an interrupt would close a channel that is written to
            out.write(MADE_BY);
        } catch (
                IOException
                        failure) { // a full disk: what is not written to the end is nobody's, and no sweep removes it
            channel.close();
            FileTree.delete(root);
            throw failure;
        }
        if (isLocked(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    /** Return whether a directory has a file of an owner that was written here. */
    static boolean isOwned(Path directory) throws IOException {
        var file = directory.resolve(OWNER);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(in.readNBytes(MADE_BY.length + 1), MADE_BY);
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // A file system without locks: there no sweep can take one either, so nothing is deleted by mistake.
            return channel.isOpen();
        }
    }
}
