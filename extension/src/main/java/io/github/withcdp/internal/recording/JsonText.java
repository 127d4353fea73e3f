package io.github.withcdp.internal.recording;

/** Tells whether bytes are JSON, without making a tree of them: one value, with white space around it at most. */
public final class JsonText {

    /** Deeper values are no JSON to us, because most readers refuse them: Jackson's limit is 1000. */
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
        text.skipSpace();
        if (!text.value(0)) {
            return false;
        }
        text.skipSpace();
        return text.at == end;
    }

    private boolean value(int depth) {
        return switch (peek()) {
            case '{' -> depth < DEEPEST && members(depth + 1, true, '}');
            case '[' -> depth < DEEPEST && members(depth + 1, false, ']');
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean members(int depth, boolean named, char close) {
        at++;
        skipSpace();
        if (take(close)) {
            return true;
        }
        do {
            skipSpace();
            if (named && !name()) {
                return false;
            }
            if (!value(depth)) {
                return false;
            }
            skipSpace();
        } while (take(','));
        return take(close);
    }

    private boolean name() {
        if (!string()) {
            return false;
        }
        skipSpace();
        if (!take(':')) {
            return false;
        }
        skipSpace();
        return true;
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
        int next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            case 'u' -> fourHexDigits();
            default -> false;
        };
    }

    private boolean fourHexDigits() {
        for (int i = 0; i < 4; i++) {
            if (Character.digit(peek(), 16) < 0) {
                return false;
            }
            at++;
        }
        return true;
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
            if (!take('+')) {
                take('-');
            }
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

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Return the next byte, or -1 at the end; no byte of JSON's own signs is negative. */
    private int peek() {
        return at < end ? bytes[at] : -1;
    }
}
