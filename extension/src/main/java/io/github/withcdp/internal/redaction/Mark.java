package io.github.withcdp.internal.redaction;

/**
 * What stands in the place of a secret: {@code ‹redacted:Cookie:len=42:hash=ab12›}. Says what it was and how long,
 * and by four digits of a {@linkplain KeyedHash keyed hash} which secrets are equal.
 */
final class Mark {

    /** The name of a text that could not be searched for secrets. */
    static final String WITHHELD = "withheld";

    private static final String BEGIN = "‹redacted:";
    private static final String LENGTH = ":len=";
    private static final String HASH = ":hash=";
    private static final int LONGEST_WHAT = 40;
    private static final int LONGEST_LENGTH = 10;
    private static final String HEX = "0123456789abcdef";

    /** The length from which on a mark has a hash: of fewer characters it would be a secret script, for whoever knows some of the text could read the rest. */
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
        return BEGIN + what + LENGTH + secret.length() + HASH + hash + "›";
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
        if (!text.startsWith(BEGIN, from)) {
            return -1;
        }
        int what = from + BEGIN.length();
        int at = what;
        while (at < text.length() && at - what < LONGEST_WHAT && isOfWhat(text.charAt(at))) {
            at++;
        }
        if (at == what || !text.startsWith(LENGTH, at)) {
            return -1;
        }
        int length = at + LENGTH.length();
        at = length;
        while (at < text.length() && at - length < LONGEST_LENGTH && CharacterKind.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == length || !text.startsWith(HASH, at)) {
            return -1;
        }
        at += HASH.length();
        for (int i = 0; i < 4; i++, at++) {
            if (at >= text.length() || HEX.indexOf(text.charAt(at)) < 0) {
                return -1;
            }
        }
        return at < text.length() && text.charAt(at) == '›' ? at + 1 : -1;
    }

    private static boolean isOfWhat(char c) {
        return CharacterKind.isLetter(c) || CharacterKind.isDigit(c) || c == '_' || c == '.' || c == '-';
    }
}
