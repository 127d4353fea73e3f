package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the messages in a stream in which a NUL byte ends each, and hands them over where they lie, without a copy.
 *
 * <p>Only a huge one has an array of its own. It is kept in pieces until its length is known, because an array that grows is copied each time,
 * and is up to twice as long as what it holds.
 */
final class NulTerminatedReader {

    /** What is done with a message; the buffer is only good during the call, unless it is owned: then the message fills it, and it may be kept. */
    interface Sink {
        void accept(byte[] buffer, int from, int length, boolean owned);
    }

    /** A Linux pipe holds 64 KiB, so that more is never read at once; and the JDK allocates what is asked for, each time. */
    private static final int CHUNK = 64 * 1024;

    /** The buffer does not grow beyond this. A little less than a power of two, with which G1 would take a further region for a few bytes. */
    static final int LARGEST_BUFFER = 1024 * 1024 - 1024;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private byte[] buffer = new byte[2 * CHUNK];
    private int start; // of the message that is not complete yet
    private int end; // of what was read
    private final List<byte[]> pieces = new ArrayList<>(); // of a huge message, all that was read before the buffer
    private int length; // of the pieces together

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
                return length + end - start;
            }
            int scanned = end;
            end += count;
            for (int nul = indexOfNul(buffer, scanned, end); nul < end; nul = indexOfNul(buffer, start, end)) {
                int from = start;
                start = nul + 1;
                if (pieces.isEmpty()) {
                    sink.accept(buffer, from, nul - from, false);
                } else {
                    var message = putTogether(from, nul);
                    sink.accept(message, 0, message.length, true);
                }
            }
        }
    }

    /** Return how many bytes are held for reading. */
    int capacity() {
        return buffer.length + length;
    }

    private void makeRoom() {
        int rest = end - start;
        if (rest == 0) {
            start = 0;
            end = 0;
        } else if (start > 0 && buffer.length - end < CHUNK) {
            moveTo(buffer);
        }
        if (end == LARGEST_BUFFER) {
            keepPiece();
        } else if (buffer.length - end < CHUNK && buffer.length < LARGEST_BUFFER) {
            moveTo(new byte[Math.min(2 * buffer.length, LARGEST_BUFFER)]);
        }
    }

    private void keepPiece() {
        if (length > LARGEST_ARRAY - 2 * LARGEST_BUFFER) {
            throw new OutOfMemoryError("a message of more than 2 GiB"); // no array is as long
        }
        pieces.add(buffer);
        length += buffer.length;
        buffer = new byte[LARGEST_BUFFER];
        end = 0;
    }

    /** Return the message of which the last bytes are here. */
    private byte[] putTogether(int from, int to) {
        var message = new byte[length + to - from];
        int at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, message, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(buffer, from, message, at, to - from);
        pieces.clear();
        length = 0;
        return message;
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
