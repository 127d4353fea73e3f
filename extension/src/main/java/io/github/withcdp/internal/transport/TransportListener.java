package io.github.withcdp.internal.transport;

/** Told what a {@link Transport} reads. Always called by its reader thread, one call after another, and must not wait. */
public interface TransportListener {

    /**
     * A whole message arrived.
     *
     * @param buffer holds the message, and is only good during the call
     */
    void onMessage(byte[] buffer, int from, int length);

    /** A whole message arrived, alone in its array, which is never changed again, so that it may be kept. */
    default void onOwnedMessage(byte[] message) {
        onMessage(message, 0, message.length);
    }

    /**
     * Nothing will arrive any more. Called exactly once.
     *
     * @param why what the transport knows, for example {@code end of stream} or {@code WebSocket closed: 1006}
     */
    void onClosed(String why);

    /**
     * Nothing will be read any more, because this side cannot go on: it has no memory left for example. Called instead of {@link #onClosed}.
     *
     * @param why what to know about it, and what to do
     */
    default void onFailed(String why) {
        onClosed(why);
    }
}
