package io.github.withcdp.internal.json;

import java.util.HexFormat;

/** Tells whether bytes are JSON, without making a tree of them: one value, with white space around it at most. */
public final class JsonText {

    /** The depth of the deepest values that are taken for JSON; others are not, because most readers refuse them: Jackson's limit is 1000. */
    private static final int DEEPEST = 900;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** For each object and array that is open whether it is an object. */
    private final boolean[] hasNames = new boolean[DEEPEST];

    private JsonText(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        at = from;
    }

    /** Return whether the bytes from {@code from} to before {@code end} are one JSON value. */
    public static boolean isJson(byte[] bytes, int from, int end) {
        var text = new JsonText(bytes, from, end);
        return text.value() && text.at == end;
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

    /** Takes no stack, and is one loop, which a JVM that has just begun compiles in a fraction of the time. */
    private boolean value() {
        int depth = 0;
        while (true) {
            skipSpace();
            int sign = peek();
            if (sign == '{' || sign == '[') {
                if (depth == DEEPEST) {
                    return false;
                }
                at++;
                hasNames[depth++] = sign == '{';
                skipSpace();
                if (!closes(depth)) {
                    if (sign == '{' && !name()) {
                        return false;
                    }
                    continue;
                }
                depth--;
            } else if (!scalar(sign)) {
                return false;
            }
            skipSpace();
            while (depth > 0 && closes(depth)) {
                depth--;
                skipSpace();
            }
            if (depth == 0) {
                return true;
            }
            if (!take(',') || (hasNames[depth - 1] && !name())) {
                return false;
            }
        }
    }

    private boolean closes(int depth) {
        return take(hasNames[depth - 1] ? '}' : ']');
    }

    private boolean scalar(int sign) {
        return switch (sign) {
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
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
