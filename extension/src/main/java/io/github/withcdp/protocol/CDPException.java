package io.github.withcdp.protocol;

/** Something about the conversation with Chrome went wrong; the subclasses say what. */
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
