package io.github.withcdp.internal.report.html;

/** Cuts long texts for a page, and says how much is left out. */
final class LongTexts {

    private LongTexts() {}

    /** Return the text, cut after {@code limit} characters with a note of how many are left out. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "… (%d more characters in traffic.jsonl)".formatted(text.length() - end);
    }
}
