package io.github.withcdp.redaction;

import java.util.regex.Pattern;

/**
 * What stands in the place of a secret: {@code ‹redacted:Cookie:len=42:hash=ab12›}. Says what it was and how long,
 * and by four digits of a {@linkplain KeyedHash keyed hash} which secrets are equal.
 */
final class Mark {

    /** What a text is called that could not be searched for secrets. */
    static final String WITHHELD = "withheld";

    private static final String BEGIN = "‹redacted:";
    private static final Pattern FORM =
            Pattern.compile("‹redacted:[A-Za-z0-9_.-]{1,40}:len=[0-9]{1,10}:hash=[0-9a-f]{4}›");
    private static final int LONGEST = 80;

    /** Of fewer characters a hash would be a secret script: whoever knows some of the text could read the rest. */
    private static final int SHORTEST_HASHED = 3;

    private Mark() {}

    /**
     * Return the mark for a secret; a text that has been redacted already stays as it is.
     *
     * @param what it is: a word of ours, never one of the page's
     */
    static String of(String secret, String what) {
        if (secret.isEmpty() || isIn(secret)) {
            return secret;
        }
        var hash = secret.length() < SHORTEST_HASHED ? "0000" : KeyedHash.fourDigits(secret);
        return BEGIN + what + ":len=" + secret.length() + ":hash=" + hash + "›";
    }

    /** Return whether there is a mark in a text. */
    static boolean isIn(String text) {
        for (int i = text.indexOf(BEGIN); i >= 0; i = text.indexOf(BEGIN, i + 1)) {
            if (end(text, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Return where the next mark begins, or the length of the text if there is none. */
    static int next(String text, int from) {
        for (int i = text.indexOf(BEGIN, from); i >= 0; i = text.indexOf(BEGIN, i + 1)) {
            if (end(text, i) > 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Return where the mark that begins at a place ends, or -1 if none does. */
    static int end(String text, int from) {
        var form = FORM.matcher(text).region(from, Math.min(text.length(), from + LONGEST));
        return form.lookingAt() ? form.end() : -1;
    }
}
