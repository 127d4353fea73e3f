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
        var lines = LINE_BREAK.split(source, -1);
        if (line < 1 || line > lines.length) {
            return List.of();
        }
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.length, line + AROUND);
        while (last > line && lines[last - 1].isBlank()) {
            last--;
        }
        int digits = String.valueOf(last).length();
        int indent = indent(lines, first, last);
        var shown = new ArrayList<String>();
        for (int i = first; i <= last; i++) {
            var number = String.valueOf(i);
            shown.add(((i == line ? "> " : "  ") + " ".repeat(digits - number.length()) + number + ": "
                            + text(lines[i - 1], indent, i == line ? column : 1))
                    .stripTrailing());
        }
        return shown;
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
