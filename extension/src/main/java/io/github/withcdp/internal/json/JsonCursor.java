package io.github.withcdp.internal.json;

/**
 * A place in a text that should be JSON, moved on from sign to sign. Nothing is built and no stack is taken, however large and deep the text is,
 * and what is broken inside of strings, numbers and words is passed over; {@link JsonText} is for those who want to know.
 *
 * <p>UTF-8 may be read as if it were ISO 8859-1, which takes no more than a copy: all signs of JSON are ASCII.
 */
public final class JsonCursor {

    /** The end of the text, which no sign is. */
    private static final char END = 0;

    private final String json;
    private int at;

    /** Begin before the first sign of a text. */
    public JsonCursor(String json) {
        this.json = json;
    }

    /** Return the place: where the next sign is looked for. */
    public int at() {
        return at;
    }

    /** Go on to the next character that is no white space, and return it; 0 at the end. */
    public char peek() {
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c > ' ') {
                return c;
            }
            at++;
        }
        return END;
    }

    /** Return whether there is nothing more but white space. */
    public boolean isAtEnd() {
        return peek() == END;
    }

    /** Skip a sign, or return false if another one is next. */
    public boolean take(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** Skip the sign that was {@linkplain #peek() looked at}. */
    public void skip() {
        at++;
    }

    /** Skip a string, or return false if none is next, or it has no end. */
    public boolean skipString() {
        int end = peek() == '"' ? endOfString(json, at) : -1;
        at = end < 0 ? at : end;
        return end >= 0;
    }

    /** Return where the string that begins with this quote ends, behind its other quote; -1 if it has none. */
    public static int endOfString(String json, int quote) {
        int end = json.indexOf('"', quote + 1);
        while (end >= 0 && isEscaped(json, end)) {
            end = json.indexOf('"', end + 1);
        }
        return end < 0 ? end : end + 1;
    }

    /** Return whether a quote is escaped: an odd number of backslashes stands before it; the quote that begins the string ends them. */
    private static boolean isEscaped(String json, int quote) {
        int before = quote - 1;
        while (json.charAt(before) == '\\') {
            before--;
        }
        return (quote - before) % 2 == 0;
    }

    /** Skip the number or word that is here, or whatever else stands between two signs; return false if nothing does. */
    public boolean skipWord() {
        int from = at;
        while (at < json.length() && !endsWord(json.charAt(at))) {
            at++;
        }
        return at > from;
    }

    private static boolean endsWord(char c) {
        return c <= ' ' || c == ',' || c == '}' || c == ']' || c == ':' || c == '"';
    }

    /** Skip a value and all that is in it, or return false if there is none, or it has no end. */
    public boolean skipValue() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> {
                    if (!skipString()) {
                        return false;
                    }
                }
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> {
                    if (depth == 0) {
                        return false;
                    }
                    at++;
                }
                default -> {
                    if (!skipWord() || at == json.length()) { // which may be cut off
                        return false;
                    }
                }
            }
        } while (depth > 0);
        return depth == 0;
    }
}
