package io.github.withcdp.internal.redaction;

/**
 * A text that a regular expression of somebody may read about as often as one needs it that does not go astray: such an expression may
 * otherwise take years for a few dozen characters.
 */
final class BoundedText implements CharSequence {

    private static final int READS_OF_EACH = 200;
    private static final int FURTHER_READS = 100_000;

    /** The expression has read the text too often. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TooLong() {
            super("", null, false, false);
        }
    }

    private final String text;
    private final long most;
    private long remainingReads;

    BoundedText(String text) {
        this.text = text;
        this.most = (long) READS_OF_EACH * text.length() + FURTHER_READS;
        this.remainingReads = most;
    }

    /** Return how often a character was read. */
    long reads() {
        return most - remainingReads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--remainingReads < 0) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
