package io.github.withcdp.internal.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whole numbers, one for each message, that are written as one array. */
final class NumberColumn {

    private long[] values;
    private int size;

    NumberColumn(int expected) {
        values = new long[Math.max(16, expected)];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void set(int index, long value) {
        values[index] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** Return where a value is among ascending ones, -1 if it is not there. */
    int indexOf(long value) {
        return Math.max(-1, Arrays.binarySearch(values, 0, size, value));
    }

    /** Return where the first of the ascending values is that is larger, -1 if there is none. */
    int firstAbove(long value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        while (at < size && values[at] == value) {
            at++;
        }
        return at < size ? at : -1;
    }

    void writeTo(OutputStream out) throws IOException {
        write(out, false);
    }

    /** Write how much larger each value is than the one before, which is shorter. */
    void writeStepsTo(OutputStream out) throws IOException {
        write(out, true);
    }

    private void write(OutputStream out, boolean steps) throws IOException {
        var text = new StringBuilder(1024).append('[');
        long before = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(values[i] - before);
            before = steps ? values[i] : 0;
            if (text.length() > 1000) {
                flush(text, out);
            }
        }
        flush(text.append(']'), out);
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
    }
}
