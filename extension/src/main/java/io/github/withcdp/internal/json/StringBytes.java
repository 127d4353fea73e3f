package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A JSON string among UTF-8 bytes. It is measured first, so that its text takes no more memory than it must: one copy if all is ASCII, two if not.
 * Only what no reader can take for anything else is read here.
 */
final class StringBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    /** What no code point is. */
    private static final int NONE = -1;

    /** The least code point that takes as many bytes as the index says: others could be written shorter, and must be. */
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    private final byte[] bytes;
    private final int end;
    private int from;
    private int to;
    private int units;
    private boolean wide;
    private int next; // behind the last code point that was read

    /** Create for strings that end before {@code end}. */
    StringBytes(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Go to the string that begins with this quote; return false if it has no end, or something in it is not well formed. */
    boolean measure(int quote) {
        from = quote + 1;
        units = 0;
        wide = false;
        int at = from;
        while (true) {
            int special = endOfPlain(at);
            units += special - at;
            if (special == end) {
                return false;
            }
            if (bytes[special] == '"') {
                to = special;
                return true;
            }
            int point = codePoint(special);
            if (point == NONE) {
                return false;
            }
            units += Character.charCount(point);
            wide |= point > 0xFF;
            at = next;
        }
    }

    /** Return where the string ends, behind its other quote. */
    int end() {
        return to + 1;
    }

    /** Return whether there are no escapes in it, and nothing but ASCII. */
    boolean isPlain() {
        return units == to - from;
    }

    /** Return what it says. */
    String text() {
        if (isPlain()) {
            return new String(bytes, from, units, ISO_8859_1);
        }
        return wide ? new String(chars()) : new String(latin1(), ISO_8859_1);
    }

    private byte[] latin1() {
        var text = new byte[units];
        int written = 0;
        for (int at = from; at < to; at = next) {
            int special = Math.min(to, endOfPlain(at));
            System.arraycopy(bytes, at, text, written, special - at);
            written += special - at;
            next = special;
            if (special < to) {
                text[written++] = (byte) codePoint(special);
            }
        }
        return text;
    }

    private char[] chars() {
        var text = new char[units];
        int written = 0;
        for (int at = from; at < to; at = next) {
            int special = Math.min(to, endOfPlain(at));
            for (int i = at; i < special; i++) {
                text[written++] = (char) bytes[i];
            }
            next = special;
            if (special < to) {
                written += Character.toChars(codePoint(special), text, written);
            }
        }
        return text;
    }

    /** Return where the first byte is that does not stand for itself: a quote, a backslash, a control character, or no ASCII. Eight at a time. */
    private int endOfPlain(int begin) {
        int i = begin;
        while (i <= end - Long.BYTES && isPlain((long) LONGS.get(bytes, i))) {
            i += Long.BYTES;
        }
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Of bytes that are no ASCII the highest bit is set; subtracting sets it in the lowest byte that is less than what is subtracted. */
    private static boolean isPlain(long eight) {
        long quotes = eight ^ ('"' * ONES);
        long backslashes = eight ^ ('\\' * ONES);
        long less =
                ((eight - ' ' * ONES) & ~eight) | ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes);
        return ((eight | less) & HIGHEST_BITS) == 0;
    }

    private int codePoint(int at) {
        int first = bytes[at] & 0xFF;
        if (first == '\\') {
            return escaped(at + 1);
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC0 || first > 0xF7 || at + length > end) {
            return NONE;
        }
        int point = first & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return NONE;
            }
            point = (point << 6) | (bytes[i] & 0x3F);
        }
        next = at + length;
        boolean wellFormed = point >= LEAST[length]
                && point <= Character.MAX_CODE_POINT
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return wellFormed ? point : NONE;
    }

    private int escaped(int at) {
        next = at + 1;
        return switch (at < end ? bytes[at] : 0) {
            case '"', '\\', '/' -> bytes[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(at + 1);
            default -> NONE;
        };
    }

    /** Return the UTF-16 unit that four digits stand for, which may be a surrogate. */
    private int hexadecimal(int at) {
        next = at + 4;
        if (next > end) {
            return NONE;
        }
        int unit = 0;
        for (int i = at; i < next; i++) {
            if (!HexFormat.isHexDigit(bytes[i])) {
                return NONE;
            }
            unit = (unit << 4) | HexFormat.fromHexDigit(bytes[i]);
        }
        return unit;
    }
}
