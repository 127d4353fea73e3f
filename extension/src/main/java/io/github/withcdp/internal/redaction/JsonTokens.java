package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.json.JsonCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a JSON text are, in the order of the text. Knows no values, so that what is not replaced stays as it was written.
 * As deep as it may be, it takes no stack.
 */
final class JsonTokens {

    static final char OBJECT = '{';
    static final char ARRAY = '[';
    static final char KEY = ':';
    static final char STRING = '"';
    static final char NUMBER = '0';
    static final char WORD = 't';

    static final int NONE = -1;

    private static final int REMEMBERED = 6;

    /** What comes next in a text that is JSON. */
    private enum Expected {
        FIRST_KEY(true),
        KEY(false),
        COLON(false),
        FIRST_VALUE(true),
        VALUE(false),
        SEPARATOR(true);

        /** Whether it may also be the end of the object or array. */
        private final boolean mayClose;

        Expected(boolean mayClose) {
            this.mayClose = mayClose;
        }
    }

    private final String json;
    private final JsonCursor cursor;
    private char[] types;
    private int[] starts;
    private int[] ends;
    private int[] parents;
    private int[] keys;
    private int[] afters;
    private int size;

    /** The last questions: rules ask the same of each member of an object, which may have many. */
    private final int[] askedObjects = {NONE, NONE, NONE, NONE, NONE, NONE};

    private final @Nullable String[] askedNames = new @Nullable String[REMEMBERED];
    private final int[] answers = new int[REMEMBERED];
    private int questions;

    private JsonTokens(String json) {
        this.json = json;
        cursor = new JsonCursor(json);
        int usual = Math.max(8, Math.min(512, json.length() / 10));
        types = new char[usual];
        starts = new int[usual];
        ends = new int[usual];
        parents = new int[usual];
        keys = new int[usual];
        afters = new int[usual];
    }

    /** Return the tokens of a text, or none, with size 0, if it is not one JSON value. */
    static JsonTokens of(String json) {
        var tokens = new JsonTokens(json);
        if (!tokens.read()) {
            tokens.size = 0;
        }
        return tokens;
    }

    /** Return whether a text looks like an object or array, judged by its ends. */
    static boolean isLikely(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return to - from > 1
                && ((text.charAt(from) == '{' && text.charAt(to - 1) == '}')
                        || (text.charAt(from) == '[' && text.charAt(to - 1) == ']'));
    }

    int size() {
        return size;
    }

    char type(int token) {
        return types[token];
    }

    /** Return where it begins; a string begins with its quote. */
    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Return the object or array that a value is in; {@link #NONE} for the outermost one. */
    int parent(int token) {
        return parents[token];
    }

    /** Return the key of a value; {@link #NONE} in arrays. */
    int key(int token) {
        return keys[token];
    }

    /** Return the first token that is neither this one nor inside of it. */
    int after(int token) {
        return afters[token];
    }

    /** Return the value of a key in an object, or {@link #NONE}. */
    int member(int object, String name) {
        for (int i = 0; i < REMEMBERED; i++) {
            if (askedObjects[i] == object && name.equals(askedNames[i])) {
                return answers[i];
            }
        }
        int answer = find(object, name);
        int slot = questions++ % REMEMBERED;
        askedObjects[slot] = object;
        askedNames[slot] = name;
        answers[slot] = answer;
        return answer;
    }

    private int find(int object, String name) {
        for (int i = object + 1; i < afters[object]; i = afters[i]) {
            if (types[i] != KEY && is(keys[i], name)) {
                return i;
            }
        }
        return NONE;
    }

    /** Return whether a token is a string or key that says this, without escapes. */
    boolean is(int token, String text) {
        return token != NONE
                && ends[token] - starts[token] == text.length() + 2
                && json.startsWith(text, starts[token] + 1);
    }

    /** Return what a string or key says, or a number as it is written. */
    String text(int token) {
        return types[token] == STRING || types[token] == KEY
                ? JsonStrings.decode(json, starts[token] + 1, ends[token] - 1)
                : json.substring(starts[token], ends[token]);
    }

    /** Looks at each sign once, in one place: a JVM that has just begun compiles that in a fraction of the time. */
    private boolean read() {
        int parent = NONE;
        int key = NONE;
        var expected = Expected.VALUE;
        while (true) {
            char c = cursor.peek();
            boolean closes = parent != NONE && c == (types[parent] == OBJECT ? '}' : ']') && expected.mayClose;
            if (closes) {
                cursor.skip();
                ends[parent] = cursor.at();
                afters[parent] = size;
                parent = parents[parent];
                expected = Expected.SEPARATOR;
            } else if (expected == Expected.SEPARATOR) {
                if (parent == NONE) {
                    return cursor.isAtEnd();
                }
                if (c != ',') {
                    return false;
                }
                cursor.skip();
                expected = types[parent] == OBJECT ? Expected.KEY : Expected.VALUE;
            } else if (expected == Expected.COLON) {
                if (c != ':') {
                    return false;
                }
                cursor.skip();
                expected = Expected.VALUE;
            } else if (c == STRING) {
                boolean isKey = expected == Expected.KEY || expected == Expected.FIRST_KEY;
                int from = cursor.at();
                if (!cursor.skipString()) {
                    return false;
                }
                int token = add(isKey ? KEY : STRING, parent, key, from, cursor.at());
                key = isKey ? token : NONE;
                expected = isKey ? Expected.COLON : Expected.SEPARATOR;
            } else if (expected == Expected.KEY || expected == Expected.FIRST_KEY) {
                return false;
            } else if (c == OBJECT || c == ARRAY) {
                parent = add(c, parent, key, cursor.at(), 0);
                cursor.skip();
                key = NONE;
                expected = c == OBJECT ? Expected.FIRST_KEY : Expected.FIRST_VALUE;
            } else if (scalar(c, parent, key)) {
                key = NONE;
                expected = Expected.SEPARATOR;
            } else {
                return false;
            }
        }
    }

    private boolean scalar(char c, int parent, int key) {
        int from = cursor.at();
        cursor.skipWord();
        int end = cursor.at();
        boolean number = c == '-' || (c >= '0' && c <= '9');
        if (!(number ? isNumber(from, end) : isWord(from, end - from))) {
            return false;
        }
        add(number ? NUMBER : WORD, parent, key, from, end);
        return true;
    }

    private boolean isNumber(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = json.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && ".-+E".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isWord(int from, int length) {
        return (length == 4 && (json.startsWith("true", from) || json.startsWith("null", from)))
                || (length == 5 && json.startsWith("false", from));
    }

    private int add(char type, int parent, int key, int start, int end) {
        if (size == types.length) {
            grow(2 * size);
        }
        types[size] = type;
        starts[size] = start;
        ends[size] = end;
        parents[size] = parent;
        keys[size] = key;
        afters[size] = size + 1;
        return size++;
    }

    private void grow(int capacity) {
        types = Arrays.copyOf(types, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        parents = Arrays.copyOf(parents, capacity);
        keys = Arrays.copyOf(keys, capacity);
        afters = Arrays.copyOf(afters, capacity);
    }
}
