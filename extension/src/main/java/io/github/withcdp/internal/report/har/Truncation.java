package io.github.withcdp.internal.report.har;

/** Keeps what pages say within bounds. */
final class Truncation {

    /** How many characters of a URL, a header or a cookie are written. */
    static final int VALUE = 64 * 1024;

    private Truncation() {}

    /** Return the first {@code limit} characters, and never half of one. */
    static String text(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
