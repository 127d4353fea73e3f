package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the messages in a stream in which a NUL byte ends each, and hands them over where they lie, without a copy. */
final class NulTerminatedReader {

    /** What is done with a message; the buffer is only good during the call. */
    interface Sink {
        void accept(byte[] buffer, int from, int length);
    }

    /** A Linux pipe holds 64 KiB, so that more is never read at once; and the JDK allocates what is asked for, each time. */
    private static final int CHUNK = 64 * 1024;

    /** A buffer that one huge message made larger than this is not kept. */
    static final int KEPT = 1024 * 1024;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private byte[] buffer = new byte[2 * CHUNK];
    private int start; // of the message that is not complete yet
    private int end; // of what was read

    NulTerminatedReader(InputStream in) {
        this.in = in;
    }

    /**
     * Read until the stream ends.
     *
     * @return how many bytes of an unfinished message were left
     */
    int readAll(Sink sink) throws IOException {
        while (true) {
            makeRoom();
            int count = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
            if (count < 0) {
                return end - start;
            }
            int scanned = end;
            end += count;
            for (int nul = indexOfNul(buffer, scanned, end); nul < end; nul = indexOfNul(buffer, start, end)) {
                sink.accept(buffer, start, nul - start);
                start = nul + 1;
            }
        }
    }

    /** Return how many bytes are held for reading. */
    int capacity() {
        return buffer.length;
    }

    private void makeRoom() {
        int rest = end - start;
        if (buffer.length > KEPT && rest < CHUNK) {
            moveTo(new byte[2 * CHUNK]);
        } else if (rest == 0) {
            start = 0;
            end = 0;
        } else if (start > 0 && buffer.length - end < CHUNK) {
            moveTo(buffer);
        }
        if (buffer.length - end < CHUNK && buffer.length < LARGEST_ARRAY) {
            moveTo(new byte[(int) Math.min(2L * buffer.length, LARGEST_ARRAY)]);
        } else if (end == buffer.length) {
            throw new OutOfMemoryError("a message of more than 2 GiB"); // no array is as long
        }
    }

    private void moveTo(byte[] other) {
        System.arraycopy(buffer, start, other, 0, end - start);
        buffer = other;
        end -= start;
        start = 0;
    }

    /** Return where the first NUL is, {@code to} if there is none. Eight bytes at a time, for results of many megabytes. */
    static int indexOfNul(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, i);
            // Sets the highest bit of the lowest byte that is 0; bytes above that one may be marked wrongly.
            long zeros = (eight - 0x0101010101010101L) & ~eight & 0x8080808080808080L;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (i < to && bytes[i] != 0) {
            i++;
        }
        return i;
    }
}
