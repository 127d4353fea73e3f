package io.github.withcdp.session.asserted;

import java.time.Duration;

/** A session, as assertions about it need it: they wait as its class is configured to, and give up with those who wait in it. */
public interface AssertedSession {

    /** Return how long an assertion waits that is not told otherwise ({@code withcdp.assertion.timeout}). */
    Duration assertionTimeout();

    /**
     * Begin to wait for what handlers may have to do with.
     *
     * @param alarm called when one of them has failed, by its thread, at once if that is so; it must not wait
     */
    HandlerWatch watchHandlers(Runnable alarm);

    /** Knows whether a handler of the session has failed since somebody began to wait. */
    interface HandlerWatch extends AutoCloseable {

        /**
         * Give up if one has.
         *
         * @param subject what is waited for
         * @throws io.github.withcdp.protocol.HandlerFailedException with what it has thrown
         */
        void check(String subject);

        @Override
        void close();
    }
}
