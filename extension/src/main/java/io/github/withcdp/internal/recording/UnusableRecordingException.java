package io.github.withcdp.internal.recording;

/** There is no recording that a test could run from, or it is of no use for that; the message says which, why, and what to do. */
public final class UnusableRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableRecordingException(String message) {
        super(message);
    }
}
