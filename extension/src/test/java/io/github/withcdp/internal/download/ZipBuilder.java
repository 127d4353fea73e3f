package io.github.withcdp.internal.download;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes archives byte by byte, also such as no other tool writes. */
final class ZipBuilder {

    static final int FILE = 0x8000;
    static final int FOLDER = 0x4000;
    static final int LINK = 0xA000;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** What is wrong with the next entry; nothing, unless somebody says so. */
    private int flags = 1 << 11;

    private int method = 8;
    private int sizeError;
    private int crcError;
    private int offset = -1;

    ZipBuilder file(String name, String content) {
        return entry(name, FILE | 0644, content.getBytes(StandardCharsets.UTF_8));
    }

    ZipBuilder folder(String name) {
        return stored().entry(name + "/", FOLDER | 0755, new byte[0]);
    }

    ZipBuilder stored() {
        method = 0;
        return this;
    }

    ZipBuilder method(int number) {
        method = number;
        return this;
    }

    ZipBuilder flags(int bits) {
        flags = bits;
        return this;
    }

    ZipBuilder withSizeOffBy(int bytes) {
        sizeError = bytes;
        return this;
    }

    ZipBuilder withWrongChecksum() {
        crcError = 1;
        return this;
    }

    ZipBuilder at(int place) {
        offset = place;
        return this;
    }

    ZipBuilder entry(String name, int mode, byte[] content) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        var data = method == 0 ? content : deflated(content);
        var crc = new CRC32();
        crc.update(content);
        int place = offset >= 0 ? offset : archive.size();
        int size = content.length + sizeError;
        int checksum = (int) crc.getValue() + crcError;
        write(
                archive,
                buffer(30)
                        .putInt(0x04034b50)
                        .putShort((short) 20)
                        .putShort((short) flags)
                        .putShort((short) method)
                        .putInt(0)
                        .putInt(checksum)
                        .putInt(data.length)
                        .putInt(size)
                        .putShort((short) nameBytes.length)
                        .putShort((short) 0));
        archive.writeBytes(nameBytes);
        archive.writeBytes(data);
        write(
                directory,
                buffer(46)
                        .putInt(0x02014b50)
                        .putShort((short) (3 << 8 | 20))
                        .putShort((short) 20)
                        .putShort((short) flags)
                        .putShort((short) method)
                        .putInt(0)
                        .putInt(checksum)
                        .putInt(data.length)
                        .putInt(size)
                        .putShort((short) nameBytes.length)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(mode << 16)
                        .putInt(place));
        directory.writeBytes(nameBytes);
        entries++;
        flags = 1 << 11;
        method = 8;
        sizeError = 0;
        crcError = 0;
        offset = -1;
        return this;
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(archive.toByteArray());
        all.writeBytes(directory.toByteArray());
        write(
                all,
                buffer(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) entries)
                        .putShort((short) entries)
                        .putInt(directory.size())
                        .putInt(archive.size())
                        .putShort((short) 0));
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream out, ByteBuffer buffer) {
        var bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        out.writeBytes(bytes);
    }
}
