package io.github.withcdp.assertions.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts what came, for the end of a message: in the order in which each first did, wrapped, and not too much of it. */
public final class WrappedList {

    private static final int TALLIED = 12;
    private static final int WIDTH = 100;

    private WrappedList() {}

    /**
     * Return the lines.
     *
     * @param entries what there was, with how often
     * @param more what each of those is that are left out: {@code methods}
     */
    public static List<String> lines(Collection<String> entries, String more) {
        var shown = new ArrayList<>(entries.stream().limit(TALLIED).toList());
        int left = entries.size() - shown.size();
        if (left > 0) {
            shown.add("and %d more %s".formatted(left, more));
        }
        return wrapped(shown);
    }

    private static List<String> wrapped(List<String> entries) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i) + (i < entries.size() - 1 ? "," : "");
            if (line.length() > 0 && line.length() + entry.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "  " : " ").append(entry);
        }
        lines.add(line.toString());
        return lines;
    }
}
