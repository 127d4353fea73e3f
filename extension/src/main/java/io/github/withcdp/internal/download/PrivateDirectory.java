package io.github.withcdp.internal.download;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A directory whose programs are started, so that nobody else may put one there. On Windows its place sees to that. */
final class PrivateDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateDirectory() {}

    /** Create the directory if it is not there, for this user alone, whatever the umask is. */
    static void create(Path directory) throws IOException {
        var parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (isPosix(directory)) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException e) {
            check(directory);
        }
    }

    /**
     * Check a directory that may have been there before; one that is not there is nobody's.
     *
     * @throws Refusal if somebody else than this user and the system's almighty one can write to it
     */
    static void check(Path directory) throws IOException {
        if (!isPosix(directory) || !Files.isDirectory(directory)) {
            return;
        }
        var writers = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        var permissions = Files.getPosixFilePermissions(directory);
        writers.retainAll(permissions);
        if (!writers.isEmpty()) {
            throw new Refusal("others may put programs into %s, whose access rights are %s; chmod go-w takes them away"
                    .formatted(directory, PosixFilePermissions.toString(permissions)));
        }
        int owner = uid(directory);
        if (owner != 0 && owner != ownUid()) {
            throw new Refusal("%s belongs to %s, who may put any program there"
                    .formatted(directory, Files.getOwner(directory).getName()));
        }
    }

    private static int ownUid() throws IOException {
        var mine = Files.createTempFile("withcdp-", ".owner");
        try {
            return uid(mine);
        } finally {
            Files.delete(mine);
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Others could decide what is started. */
    static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why);
        }
    }
}
