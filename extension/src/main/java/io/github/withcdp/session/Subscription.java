package io.github.withcdp.session;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A handler's registration; closing it ends the calls.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Subscription extends AutoCloseable {

    /** Return the event that the handler is called with, {@code Network.responseReceived}; empty if it is called with every event. */
    default String event() {
        return "";
    }

    /** End the registration. Idempotent. A call that has begun on another thread is not waited for; no further one begins. */
    @Override
    void close();
}
