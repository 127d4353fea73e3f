package io.github.withcdp.report;

/** Stands in for an exception whose text has secrets in it: prints like it, without them. */
public final class StandInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String text;

    /**
     * Create a stand-in.
     *
     * @param type the class of the exception that it stands in for
     * @param message what that one says, without secrets
     */
    public StandInException(String type, String message) {
        this.type = type;
        this.text = message;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** Return the class of the exception that it stands in for. */
    String type() {
        return type;
    }

    @Override
    public String toString() {
        return type + ": " + text;
    }
}
