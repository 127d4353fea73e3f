package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A part of a summary that is cut between its lines, never within one, so that its Markdown stays whole, and that says how many are missing.
 *
 * @param head what stands above the lines, Markdown without a line break at its end; may be empty
 * @param lines Markdown each, or the lines of a block of code
 * @param isCode whether they are code: whatever they say is text then, and cannot leave the block
 */
record SummarySection(String head, List<String> lines, boolean isCode) {

    /** Longer runs would make the fences around them as long. */
    private static final Pattern BACKTICKS = Pattern.compile("(`{8})`+");

    private static final int NOTE = 30;
    private static final int SHORTEST = 10;

    /** Copy the lines; those of code become safe to show. */
    SummarySection {
        lines = isCode ? lines.stream().map(SummarySection::safe).toList() : List.copyOf(lines);
    }

    static SummarySection ofMarkdown(String head, List<String> lines) {
        return new SummarySection(head, lines, false);
    }

    static SummarySection ofCode(String head, List<String> lines) {
        return new SummarySection(head, lines, true);
    }

    private static String safe(String line) {
        var oneLine = SafeText.line(line, Integer.MAX_VALUE);
        return BACKTICKS.matcher(oneLine).replaceAll("$1…");
    }

    /** Return the section in no more than so many bytes; empty if it has nothing to say, or no room to say it. */
    String format(int bytes) {
        var shown = fitting(bytes);
        if (shown.isEmpty() && (isCode || head.isEmpty() || !lines.isEmpty())) {
            return "";
        }
        var text = text(shown);
        return size(text) <= bytes ? text : "";
    }

    /** Return whether all of it fits. */
    boolean fits(int bytes) {
        return lines.isEmpty() || size(text(lines)) <= bytes;
    }

    private List<String> fitting(int bytes) {
        var shown = new ArrayList<String>();
        int left = bytes - size(text(List.of())) - NOTE;
        for (var line : lines) {
            int size = size(line) + 1;
            if (size <= left) {
                left -= size;
                shown.add(line);
            } else if (isCode) {
                break; // what follows would be misread without it
            }
        }
        if (shown.isEmpty() && isCode && !lines.isEmpty() && left > SHORTEST) {
            shown.add(head(lines.get(0), left));
        }
        if (!shown.isEmpty() && shown.size() < lines.size()) {
            var more = String.format(Locale.ROOT, "… %,d more", lines.size() - shown.size());
            shown.add(isCode ? more : "- " + more);
        }
        return shown;
    }

    private String text(List<String> shown) {
        var out = new StringBuilder(head);
        if (!head.isEmpty()) {
            out.append("\n\n");
        }
        if (lines.isEmpty()) {
            return out.toString();
        }
        // Measured on all lines, so that the fence is as long for a part of them.
        var fence = isCode ? Markdown.fence(String.join("\n", lines)) : "";
        if (isCode) {
            out.append(fence).append("text\n");
        }
        shown.forEach(line -> out.append(line).append('\n'));
        return out.append(fence).append(isCode ? "\n\n" : "\n").toString();
    }

    /** Return as much of a line as fits. */
    private static String head(String line, int bytes) {
        var out = new StringBuilder();
        int left = bytes - size("…") - 1;
        for (int at = 0; at < line.length(); ) {
            int next = line.offsetByCodePoints(at, 1);
            left -= size(line.substring(at, next));
            if (left < 0) {
                return out.append('…').toString();
            }
            out.append(line, at, next);
            at = next;
        }
        return out.toString();
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
