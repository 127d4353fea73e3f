package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A wait was given up, because a handler of its session has failed and may not have done what was waited for; the cause is what the handler threw.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HandlerFailedException extends CDPException {

    private static final long serialVersionUID = 1L;

    /**
     * Create the exception.
     *
     * @param subject what was waited for, for example {@code Page.navigate} or {@code waiting for Page.loadEventFired}
     * @param event the event whose handler it is
     * @param thrown what the handler threw
     */
    public HandlerFailedException(String subject, String event, Throwable thrown) {
        super(
                "Protocol error (%s): given up, because a handler of %s has failed: %s"
                        .formatted(subject, event, thrown),
                thrown);
    }
}
