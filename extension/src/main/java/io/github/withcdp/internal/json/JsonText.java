package io.github.withcdp.internal.json;

import java.util.HexFormat;

/** Tells whether bytes are JSON, without making a tree of them: one value, with white space around it at most. */
public final class JsonText {

    /** The depth of the deepest values that are taken for JSON; others are not, because most readers refuse them: Jackson's limit is 1000. */
    private static final int DEEPEST = 900;

    private final byte[] bytes;
    private final int end;
    private int at;

    private JsonText(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        at = from;
    }

    /** Return whether the bytes from {@code from} to before {@code end} are one JSON value. */
    public static boolean isJson(byte[] bytes, int from, int end) {
        var text = new JsonText(bytes, from, end);
        return text.value(0) && text.at == end;
    }

    /** Put JSON on one line, where it is: inside of strings it has no line breaks. */
    public static byte[] onOneLine(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\n' || json[i] == '\r') {
                json[i] = ' ';
            }
        }
        return json;
    }

    private boolean value(int depth) {
        skipSpace();
        boolean isValue =
                switch (peek()) {
                    case '{' -> depth < DEEPEST && members(depth + 1, true, '}');
                    case '[' -> depth < DEEPEST && members(depth + 1, false, ']');
                    case '"' -> string();
                    case 't' -> word("true");
                    case 'f' -> word("false");
                    case 'n' -> word("null");
                    default -> number();
                };
        skipSpace();
        return isValue;
    }

    private boolean members(int depth, boolean hasNames, char close) {
        at++;
        skipSpace();
        if (take(close)) {
            return true;
        }
        do {
            if ((hasNames && !name()) || !value(depth)) {
                return false;
            }
        } while (take(','));
        return take(close);
    }

    private boolean name() {
        skipSpace();
        boolean isString = string();
        skipSpace();
        return isString && take(':');
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        while (at < end) {
            int next = bytes[at++];
            if (next == '"') {
                return true;
            }
            if ((next >= 0 && next < ' ') || (next == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (!take('u')) {
            return "\"\\/bfnrt".indexOf(at < end ? bytes[at++] : -1) >= 0;
        }
        int digits = at;
        while (at < digits + 4 && HexFormat.isHexDigit(peek())) {
            at++;
        }
        return at == digits + 4;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        take('-');
        if (!take('0') && !digits()) {
            return false;
        }
        if (take('.') && !digits()) {
            return false;
        }
        if (take('e') || take('E')) {
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at > from;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private boolean take(char sign) {
        boolean isNext = peek() == sign;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /** Return the next byte, or -1 at the end; no byte of JSON's own signs is negative. */
    private int peek() {
        return at < end ? bytes[at] : -1;
    }
}
