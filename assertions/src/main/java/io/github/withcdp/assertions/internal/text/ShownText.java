package io.github.withcdp.assertions.internal.text;

import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Shows what pages and servers said in a failure message without letting it act there: on one line, control and invisible characters as
 * escapes, and what is long cut in the middle, visibly.
 */
public final class ShownText {

    /** How much is shown of a value. */
    public static final int VALUE = 160;

    /** How much is shown of a URL: what tells it from another one may be anywhere in it. */
    public static final int URL = 300;

    private static final int FIRST = 8;

    private ShownText() {}

    /** Return a text on one line, escaped, and cut in the middle if it is longer than a limit. */
    public static String text(String text, int limit) {
        if (text.length() <= limit) {
            return escaped(text);
        }
        int head = limit * 2 / 3;
        int tail = limit - head;
        return String.format(
                Locale.ROOT,
                "%s…(%,d more)…%s",
                escaped(text.substring(0, head)),
                text.length() - limit,
                escaped(text.substring(text.length() - tail)));
    }

    /** Return a text on one line, escaped, cut, and in quotes. */
    public static String quoted(String text) {
        return '"' + text(text, VALUE) + '"';
    }

    /** Return a URL, or a pattern for one, in quotes. */
    public static String quotedUrl(String url) {
        return '"' + text(url, URL) + '"';
    }

    /** Return the first of many lines. */
    public static List<String> firstOf(List<String> lines) {
        if (lines.size() <= FIRST) {
            return lines;
        }
        var first = new ArrayList<>(lines.subList(0, FIRST));
        first.add("…(%d more)…".formatted(lines.size() - FIRST));
        return first;
    }

    /** Return a value as JSON has it, or {@code nothing} if there is none. */
    public static String value(JsonNode value) {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            return String.valueOf(value.doubleValue()); // which JSON has as a text
        }
        boolean isUrl = value.isString() && value.stringValue().contains("://");
        return value.isMissingNode() ? "nothing" : text(value.toString(), isUrl ? URL : VALUE);
    }

    /** Return the first lines of a text, each escaped and cut. */
    public static List<String> lines(String text, int count, int limit) {
        var all = text.lines().toList();
        var shown = all.stream()
                .limit(count)
                .map(line -> text(line, limit))
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > count) {
            shown.add("…(%d more lines)…".formatted(all.size() - count));
        }
        return shown;
    }

    private static String escaped(String text) {
        return SafeText.line(text, Integer.MAX_VALUE);
    }
}
