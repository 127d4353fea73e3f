package io.github.withcdp.internal.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** What a file in an archive has in it, decompressed. The archive stays open when it is closed. */
final class MemberContent extends InflaterInputStream {

    private static final int HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 64 * 1024;

    private MemberContent(InputStream compressed) {
        super(compressed, new Inflater(true), BUFFER);
    }

    /** Return the content of a member; only one can be read at a time. */
    static InputStream of(FileChannel archive, ZipMember member) throws IOException {
        var header = ZipDirectory.bytes(archive, member.offset(), HEADER_LENGTH);
        if (header.getInt(0) != HEADER) {
            throw new ZipException("an entry is not where the directory says: " + DownloadMessages.text(member.name()));
        }
        long begin = member.offset() + HEADER_LENGTH + (header.getShort(26) & 0xFFFF) + (header.getShort(28) & 0xFFFF);
        archive.position(begin);
        var raw = new Bounded(Channels.newInputStream(archive), member.compressed());
        return member.method() == DEFLATED ? new MemberContent(raw) : raw;
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }

    /** The bytes of one entry of the archive, which stays open. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream archive, long length) {
            super(archive);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(buffer, from, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() {
            // The archive is needed for the next entry.
        }
    }
}
