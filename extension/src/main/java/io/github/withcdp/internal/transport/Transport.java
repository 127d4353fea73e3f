package io.github.withcdp.internal.transport;

/** Carries whole messages to one browser and, through a {@link TransportListener}, back. */
public interface Transport extends AutoCloseable {

    /** The largest command that Chrome takes: it ends the connection at 100 MiB. */
    int MAX_COMMAND_BYTES = 100 * 1024 * 1024;

    /**
     * Start to deliver what comes to the listener, on a reader thread of its own. Called once.
     */
    void start(TransportListener listener);

    /**
     * Send one message. Messages of concurrent callers are not mixed, and go out in the order of the calls.
     *
     * @param json ASCII, {@code length} bytes from the start of the array; the array is the caller's again when this returns
     * @throws java.io.IOException if the connection is closed or breaks
     */
    void send(byte[] json, int length) throws java.io.IOException;

    /** Return whether Chrome drops answers larger than 256 MiB on this way; through a pipe they come. */
    default boolean dropsLargeAnswers() {
        return false;
    }

    /** End the connection within a few seconds whatever the peer does; idempotent. The listener still learns of the end. */
    @Override
    void close();
}
