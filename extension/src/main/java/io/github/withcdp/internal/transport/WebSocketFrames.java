package io.github.withcdp.internal.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the bytes of a text as they came. Java-WebSocket would decode them to UTF-16 and to a String, to be encoded
 * again here: measured with 100 MiB, the bytes get through in a heap of 300 MB where the String needs more than 400, and in two
 * thirds of the time. Texts in several frames, which Chrome never sends, take the long route.
 */
final class WebSocketFrames extends Draft_6455 {

    /** Gets what comes. */
    interface Receiver {

        /** Take in a message. */
        void deliver(ByteBuffer payload);

        /** Take note of a fault on this side, unless there was another reason before. */
        void fail(String why);
    }

    private static final int ANSWER_KEPT = 4096;

    private final int maxMessageBytes;
    private boolean fragmented;
    private volatile @Nullable Receiver receiver;
    private volatile String answer = "";

    WebSocketFrames(int maxMessageBytes) {
        super(
                List.<IExtension>of(),
                maxMessageBytes); // no extension: compressing costs more than it saves on a loopback
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Have the texts that come handed to somebody. */
    void deliverTo(Receiver other) {
        receiver = other;
    }

    /** Return the beginning of what was answered to the handshake, empty if nothing was. */
    String answer() {
        return answer;
    }

    /** The engine asks for a copy; each connection has a draft of its own already. */
    @Override
    public Draft copyInstance() {
        return this;
    }

    /** Keep the answer to the handshake, because of a refusal the library shows no more than the status line. */
    @Override
    public Handshakedata translateHandshake(ByteBuffer buffer) throws InvalidHandshakeException {
        var bytes = new byte[Math.min(ANSWER_KEPT, buffer.remaining())];
        buffer.duplicate().get(bytes);
        answer = new String(bytes, StandardCharsets.UTF_8);
        return super.translateHandshake(buffer);
    }

    @Override
    public List<Framedata> translateFrame(ByteBuffer buffer) throws InvalidDataException {
        try {
            return super.translateFrame(buffer);
        } catch (LimitExceededException e) {
            note(e);
            throw e;
        }
    }

    @Override
    public void processFrame(WebSocketImpl engine, Framedata frame) throws InvalidDataException {
        var opcode = frame.getOpcode();
        var present = receiver;
        if (opcode == Opcode.TEXT && frame.isFin() && !fragmented && present != null) {
            present.deliver(frame.getPayloadData());
            return;
        }
        if (opcode == Opcode.TEXT || opcode == Opcode.BINARY || opcode == Opcode.CONTINUOUS) {
            fragmented = !frame.isFin();
        }
        try {
            super.processFrame(engine, frame);
        } catch (LimitExceededException e) {
            note(e);
            throw e;
        }
    }

    private void note(LimitExceededException e) {
        var present = receiver;
        if (present != null) {
            present.fail(String.format(
                    Locale.ROOT,
                    "the browser sent a message of more than %.1f MiB, a quarter of the heap (%s); a larger heap is set with -Xmx",
                    maxMessageBytes / (1024.0 * 1024.0),
                    e.getMessage()));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
