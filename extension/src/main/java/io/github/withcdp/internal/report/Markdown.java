package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;

/** Shows text of others in Markdown as code, with a fence that the text does not contain, so that it cannot break out. */
final class Markdown {

    private Markdown() {}

    /** Return the text as a code span on one line. */
    static String span(String text) {
        var safe = SafeText.line(text, Integer.MAX_VALUE);
        if (safe.isBlank()) {
            return "(empty)";
        }
        var fence = "`".repeat(longestRun(safe) + 1);
        // With a space on both sides a leading or trailing backtick is not taken for a part of the fence.
        var pad = safe.startsWith("`") || safe.endsWith("`") || (safe.startsWith(" ") && safe.endsWith(" ")) ? " " : "";
        return fence + pad + safe + pad + fence;
    }

    /** Return a sentence with code spans as those read it who are shown no Markdown. */
    static String text(String sentence) {
        return sentence.replace("`", "");
    }

    /** Return the text as a code block with its lines kept, ending with a line break. */
    static String block(String text) {
        var safe = SafeText.lines(text);
        var fence = fence(safe);
        return fence + "text\n" + safe + (safe.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /** Return a fence that no line of a text can close. */
    static String fence(String text) {
        return "`".repeat(Math.max(3, longestRun(text) + 1));
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
