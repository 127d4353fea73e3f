package io.github.withcdp.internal.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows secrets by their beginnings and ends, where an ellipsis says that a text was cut: Chrome cuts the strings in what it shows of objects
 * after a hundred characters or in the middle, and whoever throws an exception cuts what a page says.
 */
final class TruncatedSecrets {

    private static final char ELLIPSIS = '…';
    private static final int SHORTEST = 6;
    private static final int LONGEST = MultiStringMatcher.HEAD_LENGTH;

    private final Ends beginnings;
    private final Ends ends;

    TruncatedSecrets(List<Map.Entry<String, String>> secrets) {
        beginnings = new Ends(secrets, false);
        ends = new Ends(secrets, true);
    }

    static int next(String text, int from) {
        int at = text.indexOf(ELLIPSIS, from);
        return at < 0 ? text.length() : at;
    }

    /** Take out what is left of secrets around each ellipsis, but for marks. */
    String redact(String text) {
        var edits = new TextEdits(text);
        int redactedTo = 0;
        for (int at = next(text, 0); at < text.length(); at = next(text, at + 1)) {
            int from = Math.max(redactedTo, at - LONGEST);
            while (from <= at - SHORTEST) {
                var mark = mark(beginnings, text, from, at);
                if (mark != null) {
                    edits.replace(from, at, mark);
                    break;
                }
                from++;
            }
            redactedTo = end(edits, text, at + 1);
            at = Math.max(at, redactedTo - 1);
        }
        return edits.result();
    }

    private int end(TextEdits edits, String text, int from) {
        int to = Math.min(next(text, from), from + LONGEST);
        while (to - from >= SHORTEST) {
            var mark = mark(ends, text, from, to);
            if (mark != null) {
                edits.replace(from, to, mark);
                return to;
            }
            to--;
        }
        return from;
    }

    /** Return the mark of the secret that a stretch is an end of; none for plain words, which are the beginnings of many texts. */
    private static @Nullable String mark(Ends ends, String text, int from, int to) {
        var mark = ends.find(text, from, to);
        return mark == null || HarmlessText.isPlain(text.substring(from, to)) ? null : mark;
    }

    /** The beginnings, or the ends, of all secrets, sorted. */
    private static final class Ends {

        private final boolean reversed;
        private final String[] ends;
        private final String[] marks;

        Ends(List<Map.Entry<String, String>> secrets, boolean reversed) {
            this.reversed = reversed;
            var sorted = secrets.stream()
                    .map(secret -> Map.entry(end(secret.getKey(), reversed), secret.getValue()))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            ends = sorted.stream().map(Map.Entry::getKey).toArray(String[]::new);
            marks = sorted.stream().map(Map.Entry::getValue).toArray(String[]::new);
        }

        private static String end(String secret, boolean reversed) {
            int length = Math.min(secret.length(), LONGEST);
            return reversed
                    ? new StringBuilder(secret.substring(secret.length() - length))
                            .reverse()
                            .toString()
                    : secret.substring(0, length);
        }

        /** Return the mark of a secret that begins, or ends, with a stretch of a text, or null. */
        @Nullable
        String find(String text, int from, int to) {
            var stretch = text.substring(from, to);
            var end = reversed ? new StringBuilder(stretch).reverse().toString() : stretch;
            int index = Arrays.binarySearch(ends, end);
            int at = index < 0 ? -index - 1 : index;
            return at < ends.length && ends[at].startsWith(end) ? marks[at] : null;
        }
    }
}
