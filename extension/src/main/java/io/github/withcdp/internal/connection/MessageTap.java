package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.SessionId;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Sees every message at the two places where it passes: just before it is sent, and when it has been received and matched.
 * Called in wire order, by senders under their lock and by the reader thread, so it must neither wait nor throw.
 */
public interface MessageTap {

    /** Return what the time is measured by that commands take. */
    default Ticker ticker() {
        return Ticker.SYSTEM;
    }

    /** Return what reads the params of an event as somebody keeps it: the same, or one that knows more about where they come from. */
    default Supplier<JsonNode> source(Supplier<JsonNode> params) {
        return params;
    }

    /** A command is about to be sent; the buffer is only good during the call. */
    void sent(SessionId session, String method, int id, byte[] buffer, int from, int length);

    /**
     * A message was received; the buffer is only good during the call.
     *
     * @param method of an answer that of its command; empty if unknown
     * @param id 0 for an event
     */
    void received(SessionId session, String method, int id, byte[] buffer, int from, int length);

    /** A large message was received; the array holds nothing else and is never changed again, so it may be kept. */
    void receivedLarge(SessionId session, String method, int id, byte[] message);
}
