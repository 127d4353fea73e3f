package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, which leave everything between them as it is. */
final class TextEdits {

    private record Edit(int from, int to, String replacement) {}

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    TextEdits(String text) {
        this.text = text;
    }

    /** Replace a stretch of the text. Of two that overlap, the one that begins first is replaced. */
    void replace(int from, int to, String replacement) {
        if (to - from != replacement.length() || !text.startsWith(replacement, from)) {
            edits.add(new Edit(from, to, replacement));
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Return the text with all replacements; the very same one if there are none. */
    String result() {
        if (isEmpty()) {
            return text;
        }
        edits.sort(Comparator.comparingInt(Edit::from));
        var result = new StringBuilder(text.length() + 32 * edits.size());
        int at = 0;
        for (var edit : edits) {
            if (edit.from < at) {
                continue;
            }
            result.append(text, at, edit.from).append(edit.replacement);
            at = edit.to;
        }
        return result.append(text, at, text.length()).toString();
    }
}
