package comparison.floor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message as it came, a text or bytes of a buffer, and the least reading that can be done with it: no JSON is parsed. */
public final class Message {

    private byte[] bytes = {};
    private int begin;
    private int length;
    private String text;

    /** A message that is a text. */
    public static Message of(String text) {
        var message = new Message();
        message.text = text;
        message.length = text.length();
        return message;
    }

    /** Make this the message in a part of a buffer. */
    Message set(byte[] buffer, int from, int count) {
        bytes = buffer;
        begin = from;
        length = count;
        return this;
    }

    /** A message that stays when the buffer changes. */
    Message copy() {
        return text != null ? this : new Message().set(Arrays.copyOfRange(bytes, begin, begin + length), 0, length);
    }

    int length() {
        return length;
    }

    /** The id of an answer, which Chromium writes first; 0 for an event. */
    int id() {
        return hasAt(0, "{\"id\":") ? (int) digits(6) : 0;
    }

    /** This message, if it is no refusal. */
    Message orRefusal() throws IOException {
        int afterId = 6;
        while (at(afterId) != ',') {
            afterId++;
        }
        if (hasAt(afterId, ",\"error\"")) {
            throw new IOException(toString());
        }
        return this;
    }

    boolean hasAt(int position, String part) {
        if (position < 0 || position + part.length() > length) {
            return false;
        }
        if (text != null) {
            return text.startsWith(part, position);
        }
        for (int i = 0; i < part.length(); i++) {
            if (bytes[begin + position + i] != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number after the first key of this name. */
    long number(String key) {
        return digits(after("\"" + key + "\":"));
    }

    /** The text after the first key of this name; none of those that are read has an escape in it. */
    String text(String key) {
        int from = after("\"" + key + "\":\"");
        return part(from, indexOf("\"", from));
    }

    String part(int from, int to) {
        return text != null
                ? text.substring(from, to)
                : new String(bytes, begin + from, to - from, StandardCharsets.ISO_8859_1);
    }

    private char at(int position) {
        return text != null ? text.charAt(position) : (char) bytes[begin + position];
    }

    private long digits(int from) {
        long value = 0;
        for (int i = from; i < length && at(i) >= '0' && at(i) <= '9'; i++) {
            value = value * 10 + at(i) - '0';
        }
        return value;
    }

    private int after(String part) {
        int found = indexOf(part, 0);
        if (found < 0) {
            throw new IllegalStateException("no " + part + " in " + this);
        }
        return found + part.length();
    }

    private int indexOf(String part, int from) {
        if (text != null) {
            return text.indexOf(part, from);
        }
        for (int i = from; i <= length - part.length(); i++) {
            if (bytes[begin + i] == part.charAt(0) && hasAt(i, part)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return part(0, Math.min(length, 200));
    }
}
