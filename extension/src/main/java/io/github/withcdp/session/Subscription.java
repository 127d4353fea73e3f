package io.github.withcdp.session;

/** A handler's registration; closing it ends the calls. */
public interface Subscription extends AutoCloseable {

    /** End the registration. Idempotent. A call that has begun on another thread is not waited for; no further one begins. */
    @Override
    void close();
}
