package io.github.withcdp.internal.script;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the strings of a view in bounded room: of those that come again and again (names of headers, user agents, scripts) one copy,
 * of long ones the beginning, with a note of how much is left out; and a shorter one when there have been many of them.
 */
public final class StringPool {

    private static final int SHORT = 300;
    private static final int MOST = 20_000;
    private static final int LONGEST = 65_600; // a text that was cut before, and the note about it
    private static final int LONGEST_OF_MANY = 1_000;

    /** So many characters of long strings are plenty for anyone to read. */
    private static final long PLENTY = 32_000_000;

    private final Map<String, String> copies = new HashMap<>();
    private long kept;

    /** Return the string, or what there is room for. */
    public String copy(String string) {
        if (string.length() > SHORT) {
            var cut = ConsoleText.cut(string, kept < PLENTY ? LONGEST : LONGEST_OF_MANY);
            kept += cut.length();
            return cut;
        }
        var copy = copies.get(string);
        if (copy == null && copies.size() < MOST) {
            copies.put(string, string);
        }
        return copy == null ? string : copy;
    }
}
