package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.Protocol;

/**
 * How WebSockets begin as they were recorded. The library answers with status 101 or, in its own words, 404; servers have refused with others, or never
 * answered.
 */
final class RecordedHandshake extends Draft_6455 {

    private static final int LONGEST_FRAME = 64 * 1024 * 1024;

    /** With what a connection over TLS begins. */
    private static final int TLS_HANDSHAKE = 0x16;

    RecordedHandshake() {
        super(List.of(), List.of(new Protocol("")), LONGEST_FRAME); // whatever protocol is asked for
    }

    /** An answer that opens no WebSocket. */
    static final class Refusal extends HandshakeImpl1Server {

        private final String head;

        private Refusal(String head) {
            this.head = head;
        }

        static Refusal of(int status, String phrase) {
            return new Refusal("HTTP/1.1 %d %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .formatted(status, phrase.replaceAll("[\r\n]", " ")));
        }

        /** Return no answer at all: the page waits until it goes. */
        static Refusal silent() {
            return new Refusal("");
        }
    }

    /** Nobody here speaks TLS, and the library would wait for more of it. */
    @Override
    public Handshakedata translateHandshake(ByteBuffer request) throws InvalidHandshakeException {
        if (request.hasRemaining() && request.get(request.position()) == TLS_HANDSHAKE) {
            throw new InvalidHandshakeException("TLS");
        }
        return super.translateHandshake(request);
    }

    @Override
    public List<ByteBuffer> createHandshake(Handshakedata handshake) {
        return handshake instanceof Refusal refusal
                ? List.of(ByteBuffer.wrap(refusal.head.getBytes(ISO_8859_1)))
                : super.createHandshake(handshake);
    }

    @Override
    public Draft copyInstance() {
        return new RecordedHandshake();
    }

    /** Each is like any other. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedHandshake;
    }

    @Override
    public int hashCode() {
        return RecordedHandshake.class.hashCode();
    }
}
