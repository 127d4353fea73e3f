package io.github.withcdp.internal.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the lines of a file one by one, as bytes, however long they are. */
final class LineReader implements Closeable {

    private final InputStream in;
    private final byte[] read = new byte[64 * 1024];
    private int readFrom;
    private int readTo;
    private byte[] line = new byte[4 * 1024];
    private int length;
    private boolean ended;

    LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
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
            readTo = Math.max(0, in.read(read));
        }
        return readFrom < readTo;
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
