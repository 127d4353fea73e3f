package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * No browser could be launched, found or reached; the message says what was tried, in order, and what to do.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ChromeUnavailableException extends CDPException {

    private static final long serialVersionUID = 1L;

    /** Create the exception. */
    public ChromeUnavailableException(String message) {
        super(message);
    }

    /** Create the exception with the one that led to it. */
    public ChromeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
