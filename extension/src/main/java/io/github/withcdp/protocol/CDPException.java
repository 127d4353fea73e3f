package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Something about the conversation with Chrome went wrong; the subclasses say what.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Create an exception whose message starts with what the user did. */
    public CDPException(String message) {
        super(message);
    }

    /** Create an exception with the one that led to it. */
    public CDPException(String message, Throwable cause) {
        super(message, cause);
    }
}
