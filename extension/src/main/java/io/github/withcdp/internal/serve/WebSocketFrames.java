package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frames of a WebSocket (RFC 6455), as a server writes and reads them: without extensions, and each message in one frame. */
final class WebSocketFrames {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST = 64 * 1024 * 1024;

    private final DataInputStream in;
    private final OutputStream out;
    private boolean closing; // guarded by this

    WebSocketFrames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Return what proves that a server has understood a request to begin. */
    static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    static final class Frame {

        final int opcode;

        /** Whether the message ends with it. */
        final boolean last;

        final byte[] payload;

        Frame(int opcode, boolean last, byte[] payload) {
            this.opcode = opcode;
            this.last = last;
            this.payload = payload;
        }
    }

    Frame read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > LONGEST) {
            throw new EOFException("a frame of " + length + " bytes");
        }
        var mask = new byte[4];
        if ((second & 0x80) != 0) {
            in.readFully(mask);
        }
        var payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(first & 0x0F, (first & 0x80) != 0, payload);
    }

    synchronized void write(int opcode, byte[] payload) throws IOException {
        if (closing) {
            return; // nothing may come after the good-bye
        }
        closing = opcode == CLOSE;
        var frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 0x10000) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    /** Say good-bye, with the code for an ordinary end. */
    void close() throws IOException {
        write(CLOSE, new byte[] {3, (byte) 0xE8});
    }
}
