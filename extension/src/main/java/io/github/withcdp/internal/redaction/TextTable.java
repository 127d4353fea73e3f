package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the values of columns with telling names out of a table of text, with commas, semicolons or tabs between them: CSV. */
final class TextTable {

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_HEAD = 4_096;
    private static final int LONGEST_NAME = 60;

    private final char separator;

    /** For each column what it holds, or an empty text. */
    private final List<String> columns;

    private TextTable(char separator, List<String> columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /** Return the table that a text is, if its first line names a column that holds secrets. */
    static Optional<TextTable> of(String text, SensitiveNames names) {
        int end = text.indexOf('\n');
        if (end <= 0 || end > LONGEST_HEAD) {
            return Optional.empty();
        }
        var head = text.substring(0, end);
        return SEPARATORS
                .chars()
                .filter(separator -> head.indexOf(separator) > 0)
                .limit(head.indexOf('{') < 0 && head.indexOf('<') < 0 ? 1 : 0)
                .boxed()
                .flatMap(separator -> of(text, head, (char) separator.intValue(), names).stream())
                .findFirst();
    }

    private static Optional<TextTable> of(String text, String head, char separator, SensitiveNames names) {
        var columns = new ArrayList<String>();
        for (int at = 0; at <= head.length(); ) {
            int next = head.indexOf(separator, at);
            int end = next < 0 ? head.length() : next;
            var name = head.substring(at, end).strip().replace("\"", "");
            columns.add(name.length() > LONGEST_NAME ? "" : names.what(name).orElse(""));
            at = end + 1;
        }
        return columns.stream().allMatch(String::isEmpty) || !hasRow(text, head.length() + 1, separator, columns.size())
                ? Optional.empty()
                : Optional.of(new TextTable(separator, columns));
    }

    /** A line with as many cells: a sentence with commas is no head of a table. */
    private static boolean hasRow(String text, int from, char separator, int columns) {
        int cells = 1;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            cells += text.charAt(i) == separator ? 1 : 0;
        }
        return cells == columns;
    }

    String redact(String text, SecretSink sink) {
        var edits = new TextEdits(text);
        int at = text.indexOf('\n') + 1;
        int column = 0;
        while (at < text.length()) {
            int end = end(text, at);
            int from = at;
            int to = end;
            while (from < to && isAround(text.charAt(from))) {
                from++;
            }
            while (to > from && isAround(text.charAt(to - 1))) {
                to--;
            }
            if (from < to && column < columns.size() && !columns.get(column).isEmpty()) {
                edits.replace(from, to, sink.take(text.substring(from, to), columns.get(column), Confidence.CERTAIN));
            }
            column = end < text.length() && text.charAt(end) == separator ? column + 1 : 0;
            at = end + 1;
        }
        return edits.result();
    }

    private static boolean isAround(char c) {
        return c == '"' || CharacterKind.isSpace(c);
    }

    /** Return where a cell ends; one in quotes may have line breaks and separators in it. */
    private int end(String text, int from) {
        int at = from;
        if (text.charAt(at) == '"') {
            int close = text.indexOf('"', at + 1);
            while (close > 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
                close = text.indexOf('"', close + 2);
            }
            at = close < 0 ? text.length() : close;
        }
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
