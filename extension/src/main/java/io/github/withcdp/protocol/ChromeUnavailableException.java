package io.github.withcdp.protocol;

/** No browser could be launched, found or reached; the message says what was tried, in order, and what to do. */
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
