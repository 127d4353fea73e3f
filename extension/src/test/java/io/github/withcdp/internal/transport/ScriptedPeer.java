package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The browser's side of a WebSocket, frame by frame, so that a test can also do what a library would not. */
final class ScriptedPeer {

    static final int TEXT = 1;
    static final int CONTINUATION = 0;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** What came from the client. */
    record Frame(int opcode, String text) {}

    private final DataInputStream in;
    private final OutputStream out;

    private ScriptedPeer(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Accept the handshake. */
    static ScriptedPeer accept(String head, InputStream in, OutputStream out) throws IOException {
        var key = ScriptedServer.header(head, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        try {
            var accept = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(key.getBytes(UTF_8)));
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                    + accept + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.flush();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return new ScriptedPeer(in, out);
    }

    void text(String text) throws IOException {
        frame(true, TEXT, text.getBytes(UTF_8));
    }

    void frame(boolean last, int opcode, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.write(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        int second = in.readUnsignedByte();
        long length = second & 127;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var mask = new byte[4];
        if ((second & 128) != 0) {
            in.readFully(mask);
        }
        var payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(opcode, new String(payload, UTF_8));
    }

    /** Read until the client hangs up, answering nothing. */
    void ignore() throws IOException {
        while (in.read() >= 0) {
            // ignored
        }
    }
}
