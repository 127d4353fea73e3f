package io.github.withcdp.internal.text;

import java.util.Collection;

/** The beginning of a text of others, on one line and without secrets, as part of a sentence. */
public final class Excerpt {

    /** How much is looked at for each character shown: ten megabytes are not searched, and no secret loses its end, by which it is known. */
    private static final int LOOKED_AT = 20;

    private Excerpt() {}

    /**
     * Return the beginning of a text.
     *
     * @param secrets what becomes an ellipsis, the longer ones before their parts
     * @param longest how many characters are shown
     */
    public static String of(String text, Collection<String> secrets, int longest) {
        var begin = text.strip();
        // What a terminal may make something of, or nobody sees, counts as space.
        var line = begin.substring(0, Math.min(begin.length(), LOOKED_AT * longest))
                .replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ")
                .strip();
        for (String secret : secrets) {
            line = line.replace(secret, "…");
        }
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
