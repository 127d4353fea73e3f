package io.github.withcdp.internal.serve;

/** A note at a failure that tells what was served from a recording; see {@code ReportNote}. */
final class ServedNote extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServedNote(String text) {
        super(text, null, false, false);
    }

    /** Return the text alone: in a stack trace the name of this class would only be in the way. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it is the type before the text that is not wanted
    public String toString() {
        return String.valueOf(getMessage());
    }
}
