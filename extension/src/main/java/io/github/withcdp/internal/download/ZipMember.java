package io.github.withcdp.internal.download;

import java.util.List;

/**
 * A file or folder in an archive, as the archive's directory has it.
 *
 * @param name with slashes, and one at the end if it is a folder
 * @param mode the type and the access rights as Unix has them, 0 if the archive has none
 * @param method how it is compressed, 0 for not at all, 8 for deflate
 * @param crc the checksum of what is unpacked
 * @param compressed how many bytes it has in the archive
 * @param size how many bytes it has unpacked
 * @param offset where in the archive its own header is
 */
record ZipMember(String name, int mode, int method, long crc, long compressed, long size, long offset) {

    private static final int TYPE = 0xF000;
    private static final int FOLDER = 0x4000;
    private static final int FILE = 0x8000;
    private static final int LINK = 0xA000;
    private static final int EXECUTABLE_BY_OWNER = 0x40;

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** Return whether the archive says that it is a program. No other access right is ever taken from it. */
    boolean isExecutable() {
        return (mode & EXECUTABLE_BY_OWNER) != 0;
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /** Return whether it is neither what its name says nor of unknown type: a device, or a folder named like a file. */
    boolean isStrange() {
        int type = mode & TYPE;
        return type != 0 && type != (isFolder() ? FOLDER : FILE);
    }

    /** Return the names of the folders on the way to it, and its own. */
    List<String> segments() {
        return List.of((isFolder() ? name.substring(0, name.length() - 1) : name).split("/", -1));
    }
}
