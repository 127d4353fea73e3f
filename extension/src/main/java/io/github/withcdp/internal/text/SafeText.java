package io.github.withcdp.internal.text;

import java.util.Locale;

/**
 * Shows text of others (of pages, of servers, of test names) in terminals, files, stack traces and the output of builds without letting it act there:
 * control characters, terminal escapes, line breaks, bidirectional overrides, invisible characters and lone surrogates become visible escapes,
 * and so does one character of what a CI server would take for a command: {@code ##[…}, {@code ##vso[…}, {@code ##teamcity[…}, {@code [[ATTACHMENT|…},
 * and {@code ::} at the begin of a line.
 */
public final class SafeText {

    /** Jenkins and GitLab look for it in what tests print, wherever in a line. */
    private static final String ATTACHMENT = "[[ATTACHMENT";

    private SafeText() {}

    /** Return the text on one line, escaped, and cut after {@code limit} characters with a note of how many are left out. */
    public static String line(String text, int limit) {
        if (text.length() <= limit && isPlain(text)) {
            return text;
        }
        var out = new StringBuilder(Math.min(text.length(), limit) + 16);
        int at = 0;
        while (at < text.length() && at < limit) {
            int codePoint = text.codePointAt(at);
            append(out, codePoint);
            at += Character.charCount(codePoint);
        }
        appendLeftOut(out, text.length() - at);
        return out.toString();
    }

    /** Return whether it is made of letters, digits and signs of ASCII alone, as nearly all texts are, and no command. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return !text.contains("##") && !text.contains("[[") && !text.contains("::");
    }

    private static boolean isPlain(int codePoint) {
        return codePoint >= ' ' && codePoint < 0x7f;
    }

    /**
     * Return the text with its lines kept, the second and later ones indented, and everything else escaped: none of them can be taken for
     * a line that somebody else has printed.
     */
    public static String indented(String text) {
        return lines(text).replaceAll("\n(?=[^\\s])", "\n  ");
    }

    /** Return the text with its lines kept and everything else escaped; {@code \r\n} counts as one line break, a tab is kept. */
    public static String lines(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\n' || codePoint == '\t') {
                out.append((char) codePoint);
            } else if (codePoint != '\r' || at == text.length() || text.charAt(at) != '\n') {
                append(out, codePoint);
            }
        }
        return out.toString();
    }

    /** Append the character, or its escape if it cannot be shown as it is. */
    public static void append(StringBuilder out, int codePoint) {
        if (isHarmless(codePoint) && !wouldBeginCommand(out, codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                for (char unit : Character.toChars(codePoint)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        }
    }

    private static boolean wouldBeginCommand(StringBuilder out, int codePoint) {
        return switch (codePoint) {
            case '[' -> endsWithBeginOfCommand(out);
            case '|' ->
                out.length() >= ATTACHMENT.length()
                        && out.lastIndexOf(ATTACHMENT) == out.length() - ATTACHMENT.length();
            case ':' -> endsWithOnlyColonOfLine(out);
            default -> false;
        };
    }

    /** GitHub does not mind white space before its commands, of whatever kind. */
    private static boolean endsWithOnlyColonOfLine(StringBuilder out) {
        int at = out.length() - 1;
        if (at < 0 || out.charAt(at) != ':') {
            return false;
        }
        while (at > 0 && (out.charAt(at - 1) == '\t' || Character.isSpaceChar(out.charAt(at - 1)))) {
            at--;
        }
        return at == 0 || out.charAt(at - 1) == '\n';
    }

    /** Two number signs, a name or none: whatever the line they are in begins with, a bracket would make a command of them. */
    private static boolean endsWithBeginOfCommand(StringBuilder out) {
        int at = out.length();
        while (at > 0 && Character.isLetterOrDigit(out.charAt(at - 1))) {
            at--;
        }
        return at > 1 && out.charAt(at - 1) == '#' && out.charAt(at - 2) == '#';
    }

    /** Say visibly that {@code count} characters are missing here, if any are. */
    public static void appendLeftOut(StringBuilder out, int count) {
        if (count > 0) {
            out.append("… (");
            appendGrouped(out, count);
            out.append(" more character").append(count == 1 ? ")" : "s)");
        }
    }

    /** Append a number as {@code %,d} does; by hand because a formatter takes longer than the line that the number ends. */
    private static void appendGrouped(StringBuilder out, int number) {
        if (number >= 1_000) {
            appendGrouped(out, number / 1_000);
            out.append(',').append(String.valueOf(1_000 + number % 1_000), 1, 4);
        } else {
            out.append(number);
        }
    }

    /** Return whether the character shows up as itself and does nothing else. */
    public static boolean isHarmless(int codePoint) {
        if (codePoint < 0x7f) {
            return isPlain(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
