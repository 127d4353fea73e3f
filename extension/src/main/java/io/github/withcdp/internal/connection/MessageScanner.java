package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.json.JsonMembers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

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

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
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
        end = from + length;
        reset(from);
        boolean known = recognised(from);
        if (!known) {
            reset(from);
            known = walked(from);
        }
        bytes = NONE; // it may be long until the next message, and this one large
        return known;
    }

    private void reset(int from) {
        id = 0;
        methodFrom = methodTo = sessionFrom = sessionTo = payloadFrom = payloadTo = from;
        refused = answered = false;
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
            if (!HexFormat.isHexDigit(bytes[i])) {
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

    private boolean walked(int from) {
        var members = new JsonMembers(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
        while (members.next()) {
            member(members, from + members.from(), from + members.to());
        }
        return members.isWhole();
    }

    private void member(JsonMembers member, int from, int to) {
        boolean string = bytes[from] == '"';
        if (member.isNamed("id")) {
            at = from;
            id = number();
            id = at == to ? id : 0;
        } else if (member.isNamed("method") && string) {
            methodFrom = from + 1;
            methodTo = to - 1;
        } else if (member.isNamed("sessionId") && string) {
            sessionFrom = from + 1;
            sessionTo = to - 1;
        } else if (member.isNamed("params")) {
            payloadFrom = from;
            payloadTo = to;
        } else if (member.isNamed("result") || member.isNamed("error")) {
            payloadFrom = from;
            payloadTo = to;
            answered = true;
            refused |= member.isNamed("error");
        }
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
        int to = from + text.length;
        return to <= end && Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
