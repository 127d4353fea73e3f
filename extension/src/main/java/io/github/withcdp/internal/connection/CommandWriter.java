package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Writes commands as ASCII into one buffer, used again and again. Guarded by the lock under which commands are numbered. */
final class CommandWriter {

    private static final int USUAL_SIZE = 4096;
    private static final int OVERHEAD = 64;

    private byte[] buffer = new byte[USUAL_SIZE];
    private int length;

    /** Write a command; it is then in {@link #buffer()}. */
    void write(int id, String method, byte[] params, SessionId session) {
        length = 0;
        var name = plain(method) ? null : Json.write(method);
        reserve(
                (long) params.length
                        + method.length()
                        + session.value().length()
                        + (name == null ? 0 : name.length)
                        + OVERHEAD,
                method);
        ascii("{\"id\":");
        ascii(Integer.toString(id));
        ascii(",\"method\":");
        if (name == null) {
            ascii("\"");
            ascii(method);
            ascii("\"");
        } else {
            bytes(name);
        }
        if (params.length > 0) {
            ascii(",\"params\":");
            bytes(params);
        }
        if (!session.isBrowser()) {
            ascii(",\"sessionId\":\"");
            ascii(session.value());
            ascii("\"");
        }
        ascii("}");
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    /** Release the memory of an unusually large command. */
    void release() {
        if (buffer.length > 64 * USUAL_SIZE) {
            buffer = new byte[USUAL_SIZE];
        }
    }

    private void reserve(long needed, String method) {
        if (needed > Transport.MAX_COMMAND_BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s of %,d bytes is too large for a command: Chrome ends the connection at %,d. Send it in parts, for example through a server of the test",
                    method,
                    needed,
                    Transport.MAX_COMMAND_BYTES));
        }
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.max(needed, 2L * USUAL_SIZE));
        }
    }

    private static boolean plain(String method) {
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    // The copy by which a string of ASCII becomes bytes without an array in between; deprecated for other characters
    // only.
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        text.getBytes(0, text.length(), buffer, length);
        length += text.length();
    }

    private void bytes(byte[] text) {
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
    }

    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    }
}
