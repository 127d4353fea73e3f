package io.github.withcdp.internal.connection;

import java.nio.charset.StandardCharsets;

/**
 * Finds the id, the method, the session and the payload of a raw message without building anything from it.
 * The shape in which Chrome writes a session's messages is recognised by its two ends, so that a 50 MB result is not walked;
 * every other shape is walked once. Reused for each message by the reader thread.
 */
final class MessageScanner {

    private static final byte[] EVENT = ascii("{\"method\":\"");
    private static final byte[] ANSWER = ascii("{\"id\":");
    private static final byte[] PARAMS = ascii(",\"params\":");
    private static final byte[] RESULT = ascii(",\"result\":");
    private static final byte[] ERROR = ascii(",\"error\":");
    private static final byte[] SESSION = ascii(",\"sessionId\":\"");
    private static final int SESSION_LENGTH = 32;

    private byte[] bytes = {};
    private int end;
    private int at;

    /** The id of an answer, 0 if there is none. */
    int id;
    /** Where the method of an event is; empty if there is none. */
    int methodFrom, methodTo;
    /** Where the session id is; empty for the browser session. */
    int sessionFrom, sessionTo;
    /** Where the params, the result or the error is; empty if there is none. */
    int payloadFrom, payloadTo;
    /** Whether the payload is an error. */
    boolean refused;
    /** Whether there is a result or an error. */
    boolean answered;

    /** Read a message; return false if it is no JSON object with the keys of the protocol. */
    boolean scan(byte[] message, int from, int length) {
        bytes = message;
        at = from;
        end = from + length;
        id = 0;
        methodFrom = methodTo = sessionFrom = sessionTo = payloadFrom = payloadTo = from;
        refused = answered = false;
        if (recognised(from)) {
            return true;
        }
        id = 0;
        methodFrom = methodTo = sessionFrom = sessionTo = payloadFrom = payloadTo = from;
        refused = answered = false;
        at = from;
        try {
            return walked();
        } catch (ArrayIndexOutOfBoundsException cutOff) {
            return false;
        }
    }

    /**
     * The last characters decide: an unescaped {@code ,"sessionId":"…"} before the brace that ends the message can only be a key of
     * the message itself, because inside a string its quotes would be escaped and inside another object a second brace would follow.
     */
    private boolean recognised(int from) {
        int session = end - 2 - SESSION_LENGTH;
        int tail = session - SESSION.length;
        if (tail < from || bytes[end - 1] != '}' || bytes[end - 2] != '"' || !has(SESSION, tail)) {
            return false;
        }
        for (int i = session; i < end - 2; i++) {
            if (!hexadecimal(bytes[i])) {
                return false;
            }
        }
        if (has(EVENT, from)) {
            methodFrom = from + EVENT.length;
            int i = methodFrom;
            while (i < tail && bytes[i] != '"' && bytes[i] != '\\') {
                i++;
            }
            methodTo = i;
            if (!has(PARAMS, i + 1)) {
                return false;
            }
            payloadFrom = i + 1 + PARAMS.length;
        } else if (has(ANSWER, from)) {
            at = from + ANSWER.length;
            id = number();
            if (id == 0) {
                return false;
            }
            if (has(RESULT, at)) {
                payloadFrom = at + RESULT.length;
            } else if (has(ERROR, at)) {
                payloadFrom = at + ERROR.length;
                refused = true;
            } else {
                return false;
            }
            answered = true;
        } else {
            return false;
        }
        if (payloadFrom > tail) {
            return false;
        }
        payloadTo = tail;
        sessionFrom = session;
        sessionTo = end - 2;
        return true;
    }

    private boolean walked() {
        if (next() != '{') {
            return false;
        }
        if (peek() == '}') {
            return false;
        }
        int separator;
        do {
            if (next() != '"') {
                return false;
            }
            int keyFrom = at;
            skipString();
            int keyTo = at - 1;
            if (next() != ':') {
                return false;
            }
            peek();
            int valueFrom = at;
            if (!skipValue()) {
                return false;
            }
            member(keyFrom, keyTo, valueFrom, at);
            separator = next();
        } while (separator == ',');
        peek();
        return separator == '}' && at == end; // nothing but white space may follow
    }

    private void member(int keyFrom, int keyTo, int from, int to) {
        boolean string = bytes[from] == '"';
        if (MethodNames.same("id", bytes, keyFrom, keyTo)) {
            int resume = at;
            at = from;
            id = number();
            if (at != to) {
                id = 0;
            }
            at = resume;
        } else if (MethodNames.same("method", bytes, keyFrom, keyTo) && string) {
            methodFrom = from + 1;
            methodTo = to - 1;
        } else if (MethodNames.same("sessionId", bytes, keyFrom, keyTo) && string) {
            sessionFrom = from + 1;
            sessionTo = to - 1;
        } else if (MethodNames.same("params", bytes, keyFrom, keyTo)) {
            payloadFrom = from;
            payloadTo = to;
        } else if (MethodNames.same("result", bytes, keyFrom, keyTo)) {
            payloadFrom = from;
            payloadTo = to;
            answered = true;
        } else if (MethodNames.same("error", bytes, keyFrom, keyTo)) {
            payloadFrom = from;
            payloadTo = to;
            answered = true;
            refused = true;
        }
    }

    private boolean skipValue() {
        int depth = 0;
        do {
            switch (next()) {
                case '"' -> skipString();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ',', ':' -> {
                    if (depth == 0) {
                        return false;
                    }
                }
                default -> {
                    while (at < end && !structural(bytes[at])) {
                        at++;
                    }
                }
            }
        } while (depth > 0 && at < end);
        return depth == 0;
    }

    private void skipString() {
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
            if (at >= end) {
                throw new ArrayIndexOutOfBoundsException(at);
            }
        }
        at++;
    }

    private int next() {
        peek();
        return at < end ? bytes[at++] : -1;
    }

    private int peek() {
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < end ? bytes[at] : -1;
    }

    /** Read a positive 32-bit number, as all our ids are; 0 if there is something else. */
    private int number() {
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && value <= Integer.MAX_VALUE) {
            value = value * 10 + bytes[at++] - '0';
        }
        return value <= Integer.MAX_VALUE ? (int) value : 0;
    }

    private boolean has(byte[] text, int from) {
        if (from + text.length > end) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hexadecimal(byte c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    }

    private static boolean structural(byte c) {
        return c == ',' || c == '}' || c == ']' || c == ':' || c == '"' || (c <= ' ' && c >= 0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
