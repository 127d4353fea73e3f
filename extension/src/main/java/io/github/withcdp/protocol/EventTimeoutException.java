package io.github.withcdp.protocol;

/** An awaited event did not come in time; the message tells what came instead. */
public final class EventTimeoutException extends CDPException {

    private static final long serialVersionUID = 1L;

    /** Create the exception with a message that names the event, the time waited and what came instead. */
    public EventTimeoutException(String message) {
        super(message);
    }
}
