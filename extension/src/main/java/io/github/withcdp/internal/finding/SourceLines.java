package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a script around one of them, numbered and safe to print: {@code > 12: total.add(item)}. */
final class SourceLines {

    /** So many are shown before and after. */
    private static final int AROUND = 2;

    /** How much of a line is shown; of a script in a single line only what is around the column. */
    private static final int WIDTH = 120;

    /** As JavaScript counts lines. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u2028\\u2029]");

    private SourceLines() {}

    /**
     * Return a line with those around it.
     *
     * @param line from 1
     * @param column from 1; 0 if unknown
     * @return empty if the source has no such line
     */
    static List<String> around(String source, int line, int column) {
        return around(source, line, column, List.of());
    }

    /**
     * The same, and below it others that are not among those, each behind a line of dots.
     *
     * @param others from 1
     */
    static List<String> around(String source, int line, int column, List<Integer> others) {
        var lines = LINE_BREAK.split(source, -1);
        if (line < 1 || line > lines.length) {
            return List.of();
        }
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.length, line + AROUND);
        while (last > line && lines[last - 1].isBlank()) {
            last--;
        }
        int end = last;
        var below = others.stream()
                .filter(other -> other >= 1 && other <= lines.length && (other < first || other > end))
                .toList();
        int digits = String.valueOf(below.stream().reduce(last, Math::max)).length();
        int indent = indent(lines, first, last);
        var shown = new ArrayList<String>();
        for (int i = first; i <= last; i++) {
            shown.add(numbered(i == line ? "> " : "  ", digits, i, text(lines[i - 1], indent, i == line ? column : 1)));
        }
        for (int other : below) {
            shown.add("  " + "…".repeat(digits));
            shown.add(numbered("  ", digits, other, text(lines[other - 1], indent(lines, other, other), 1)));
        }
        return shown;
    }

    private static String numbered(String mark, int digits, int line, String text) {
        var number = String.valueOf(line);
        return (mark + " ".repeat(digits - number.length()) + number + ": " + text).stripTrailing();
    }

    /** Return how far all of them are indented. */
    private static int indent(String[] lines, int first, int last) {
        int least = Integer.MAX_VALUE;
        for (int i = first; i <= last; i++) {
            var text = lines[i - 1];
            if (!text.isBlank()) {
                least = Math.min(least, text.length() - text.stripLeading().length());
            }
        }
        return least;
    }

    private static String text(String line, int indent, int column) {
        if (line.isBlank()) {
            return "";
        }
        int end = line.length();
        int from = end - indent <= WIDTH ? indent : Math.max(indent, Math.min(column - 1 - WIDTH / 2, end - WIDTH));
        int to = Math.min(end, from + WIDTH);
        return (from > indent ? "…" : "")
                + SafeText.line(line.substring(from, to).replace("\t", "  "), 2 * WIDTH)
                + (to < end ? "…" : "");
    }
}
