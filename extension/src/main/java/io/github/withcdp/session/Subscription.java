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

    /** End the registration. Idempotent. A call that has begun on another thread is not waited for; no further one begins. */
    @Override
    void close();
}
