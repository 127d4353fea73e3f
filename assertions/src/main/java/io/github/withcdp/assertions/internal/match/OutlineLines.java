package io.github.withcdp.assertions.internal.match;

import java.util.ArrayList;
import java.util.List;

/** Compares the lines of two outlines. */
public final class OutlineLines {

    private OutlineLines() {}

    /** Return the lines that are only in the approved one, with a minus, and those only in the other one, with a plus; empty if all are in both. */
    public static List<String> difference(List<String> approved, List<String> actual) {
        var missing = new ArrayList<>(approved);
        var added = new ArrayList<String>();
        for (var line : actual) {
            if (!missing.remove(line)) {
                added.add(line);
            }
        }
        var lines = new ArrayList<String>();
        missing.forEach(line -> lines.add("  - " + line.strip()));
        added.forEach(line -> lines.add("  + " + line.strip()));
        return lines;
    }
}
