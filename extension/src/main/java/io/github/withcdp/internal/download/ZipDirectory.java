package io.github.withcdp.internal.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads the directory at the end of an archive. Neither {@code java.util.zip} nor {@code jdk.zipfs} tells links from
 * files and one of two entries with the same name from the other, which is what has to be known before unpacking.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_LENGTH = 46;
    private static final int LARGEST = 16_000_000;
    private static final int ENCRYPTED = 1;
    private static final int UTF_8 = 1 << 11;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private ZipDirectory() {}

    /**
     * Return what is in an archive, in the order of its directory.
     *
     * @throws ZipException if this is no archive, or one of a kind that is not unpacked here: encrypted, in parts, Zip64
     */
    static List<ZipMember> read(FileChannel archive, int mostEntries) throws IOException {
        long length = archive.size();
        int tailLength = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
        var tail = bytes(archive, length - tailLength, tailLength);
        int end = end(tail);
        long endOffset = length - tailLength + end;
        int count = tail.getShort(end + 10) & 0xFFFF;
        long size = tail.getInt(end + 12) & UNSIGNED;
        long offset = tail.getInt(end + 16) & UNSIGNED;
        if (tail.getInt(end + 4) != 0 || (tail.getShort(end + 8) & 0xFFFF) != count) {
            throw new ZipException("it is one of several parts");
        }
        if (count > mostEntries) {
            throw new ZipException("it has " + count + " entries, but must not have more than " + mostEntries);
        }
        if (size > LARGEST || offset + size > endOffset) {
            throw new ZipException("its directory is not where it says");
        }
        var directory = bytes(archive, offset, (int) size);
        var members = new ArrayList<ZipMember>();
        for (int i = 0; i < count; i++) {
            var member = member(directory);
            if (member.offset() + member.compressed() > offset) {
                throw new ZipException("an entry goes beyond its end: " + DownloadMessages.text(member.name()));
            }
            members.add(member);
        }
        return members;
    }

    private static int end(ByteBuffer tail) throws ZipException {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xFFFF) == tail.limit() - at - END_LENGTH) {
                return at;
            }
        }
        throw new ZipException("it has no directory at its end, so it is cut off, or no zip archive");
    }

    private static ZipMember member(ByteBuffer directory) throws IOException {
        int at = directory.position();
        if (directory.remaining() < MEMBER_LENGTH || directory.getInt(at) != MEMBER) {
            throw new ZipException("its directory is damaged");
        }
        int flags = directory.getShort(at + 8);
        int nameLength = directory.getShort(at + 28) & 0xFFFF;
        int end = at
                + MEMBER_LENGTH
                + nameLength
                + (directory.getShort(at + 30) & 0xFFFF)
                + (directory.getShort(at + 32) & 0xFFFF);
        if (end > directory.limit()) {
            throw new ZipException("its directory is damaged");
        }
        var name = name(directory.slice(at + MEMBER_LENGTH, nameLength), (flags & UTF_8) != 0);
        if ((flags & ENCRYPTED) != 0) {
            throw new ZipException("an entry is encrypted: " + DownloadMessages.text(name));
        }
        directory.position(end);
        return new ZipMember(
                name,
                directory.getInt(at + 38) >>> 16,
                directory.getShort(at + 10) & 0xFFFF,
                directory.getInt(at + 16) & UNSIGNED,
                directory.getInt(at + 20) & UNSIGNED,
                directory.getInt(at + 24) & UNSIGNED,
                directory.getInt(at + 42) & UNSIGNED);
    }

    private static String name(ByteBuffer bytes, boolean utf8) throws ZipException {
        Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("an entry has a name that is not " + charset);
        }
    }

    /** Return a piece of the archive. */
    static ByteBuffer bytes(FileChannel archive, long offset, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (archive.read(buffer, offset + buffer.position()) < 0) {
                throw new ZipException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
