package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * An awaited event did not come in time; the message tells what came instead.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EventTimeoutException extends CDPException {

    private static final long serialVersionUID = 1L;

    /** Create the exception with a message that names the event, the time waited and what came instead. */
    public EventTimeoutException(String message) {
        super(message);
    }
}
