package io.github.withcdp.internal.recording;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the lines of a file one by one, as bytes, however long they are; also those of one that is compressed with gzip. */
final class LineReader implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final InputStream in;
    private final byte[] read = new byte[BUFFER];
    private int readFrom;
    private int readTo;
    private byte[] line = new byte[4 * 1024];
    private int length;
    private boolean ended;

    LineReader(Path file) throws IOException {
        this.file = file;
        in = open(file);
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean compressed = in.read() == 0x1f && in.read() == 0x8b; // no text begins like this
            in.reset();
            return compressed ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e instanceof EOFException || e instanceof ZipException ? damaged(file, e) : e;
        }
    }

    private static IOException damaged(Path file, IOException e) {
        return new IOException("%s is compressed, and damaged: %s".formatted(file, e.getMessage()), e);
    }

    /** Read the next line, and return false if there is none. */
    boolean next() throws IOException {
        length = 0;
        ended = false;
        while (!ended && hasMore()) {
            int to = readFrom;
            while (to < readTo && read[to] != '\n') {
                to++;
            }
            append(to - readFrom);
            ended = to < readTo;
            readFrom = ended ? to + 1 : to;
        }
        return ended || length > 0;
    }

    private boolean hasMore() throws IOException {
        if (readFrom == readTo) {
            readFrom = 0;
            readTo = Math.max(0, fill());
        }
        return readFrom < readTo;
    }

    private int fill() throws IOException {
        try {
            return in.read(read);
        } catch (EOFException cutOff) {
            return 0; // as with any other file, what there is counts
        } catch (ZipException damaged) {
            throw damaged(file, damaged);
        }
    }

    private void append(int count) {
        if (count > line.length - length) {
            line = Arrays.copyOf(line, Math.max(length + count, (int)
                    Math.min(2L * line.length, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(read, readFrom, line, length, count);
        length += count;
    }

    /** Return an array that begins with the line, without its line break; overwritten by the next one. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Return whether a line break ends the line, as opposed to the end of the file. */
    boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
