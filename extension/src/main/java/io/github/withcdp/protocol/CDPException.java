package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.text.SafeText;
import org.apiguardian.api.API;

/**
 * Something about the conversation with Chrome went wrong; the subclasses say what.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CDPException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Create an exception whose message starts with what the user did. What of it a page has said may be anything, so that control characters
     * and the like become escapes, and so does what a CI server would take for a command.
     */
    public CDPException(String message) {
        super(SafeText.lines(message));
    }

    /** Create an exception with the one that led to it. */
    public CDPException(String message, Throwable cause) {
        super(SafeText.lines(message), cause);
    }
}
