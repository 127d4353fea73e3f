package io.github.withcdp.internal.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What nobody would keep secret, and what is too common to be taken out wherever it occurs. */
final class HarmlessText {

    private static final Pattern VALUE =
            Pattern.compile("|[0-9]{1,6}|true|false|[A-Za-z]{1,3}|[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){1,2}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]?[a-z]*(?:[-_ ][a-z]+)*|[A-Z]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:[.,:][0-9]+)*");
    private static final Set<String> COMMON =
            Set.of("undefined", "[object Object]", "password", "Password", "application/json", "text/plain");

    private static final String BETWEEN_WORDS = " \t\r\n-_.,;:!?/'’()+*%$€£|";
    private static final int MOST_DIGITS = 5;
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_NUMBER = 100;
    private static final int LOOKED_AT = 256;
    private static final int SHORTEST_OPAQUE = 8;
    private static final int SHORTEST_CHAOS = 6;
    private static final int MOST_DIGITS_BEHIND = 5;
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Set<String> VERSIONS = Set.of("v", "ver", "version", "rev", "revision", "build", "cb");
    private static final Pattern VERSION =
            Pattern.compile("[0-9a-f]{6,40}|[0-9]{1,4}(?:\\.[0-9]{1,6}){1,3}|[0-9]{1,19}");
    private static final Set<String> TIMES = Set.of("_", "t", "ts", "time", "timestamp");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,40}|[0-9]{1,19}");
    private static final Pattern ID =
            Pattern.compile("[0-9]{1,19}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private HarmlessText() {}

    /** Return whether a value of a query can be shown: a small number, a truth, a word of three letters, a language. */
    static boolean isValue(String text) {
        return text.length() <= 14 && VALUE.matcher(text).matches();
    }

    /** Return whether a text is a plain word, or some. */
    static boolean isWord(String text) {
        return text.length() <= 40 && WORD.matcher(text).matches();
    }

    /** Return whether a text is a plain word or a number, which occur in many places that have nothing to do with each other. */
    static boolean isWordOrNumber(String text) {
        return isWord(text) || isNumber(text);
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    }

    /**
     * Return whether a text looks like what people write and read: words, small numbers, dates and prices, with what stands between them.
     * Whatever mixes letters and digits within a word is more likely a key, and so is a word without a vowel.
     */
    static boolean isPlain(String text) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
                if (at < text.length() && BETWEEN_WORDS.indexOf(text.charAt(at)) < 0) {
                    return false;
                }
                if (!isPlainPiece(text, from, at)) {
                    return false;
                }
                from = at + 1;
            }
        }
        return true;
    }

    private static boolean isPlainPiece(String text, int from, int to) {
        int letters = 0;
        int vowels = 0;
        int humps = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            vowels += c > 127 || "aeiouyAEIOUY".indexOf(c) >= 0 ? 1 : 0;
            humps += i > from && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
        }
        int length = to - from;
        return letters == 0
                ? length <= MOST_DIGITS
                : letters == length && length <= LONGEST_WORD && humps <= 1 && vowels >= length / 6;
    }

    /**
     * Return whether a text looks like something that nobody reads: without spaces, no URL, and with a piece that is neither a word, with or
     * without a number behind it, nor a number, nor an identifier made of words. A long one is judged by its beginning.
     */
    static boolean isOpaque(String text) {
        if (text.length() < SHORTEST_OPAQUE || text.lastIndexOf("://", 20) >= 0) {
            return false;
        }
        int end = Math.min(text.length(), LOOKED_AT);
        boolean chaos = false;
        int from = 0;
        for (int at = 0; at <= end; at++) {
            if (at < end && Character.isWhitespace(text.charAt(at))) {
                return false;
            }
            if (at == end || !Character.isLetterOrDigit(text.charAt(at))) {
                chaos = chaos || isChaos(text, from, at);
                from = at + 1;
            }
        }
        return chaos && !isMail(text);
    }

    /** Return whether a piece of letters and digits is no word of any language: letters behind digits, capitals all over, too few vowels, too long. */
    private static boolean isChaos(String text, int from, int to) {
        int end = to;
        while (end > from && CharacterKind.isDigit(text.charAt(end - 1))) {
            end--;
        }
        int letters = end - from;
        if (to - from < SHORTEST_CHAOS || letters == 0) {
            return false;
        }
        int vowels = 0;
        int changes = 0;
        int longest = 0;
        int word = from;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (CharacterKind.isDigit(c)) {
                return true;
            }
            vowels += c > 127 || "aeiouyAEIOUY".indexOf(c) >= 0 ? 1 : 0;
            if (i > from && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1))) {
                changes++;
                word = i;
            }
            longest = Math.max(longest, i - word + 1);
        }
        return to - end > MOST_DIGITS_BEHIND || vowels < letters / 6 || changes > letters / 4 || longest > LONGEST_WORD;
    }

    /** Return whether a text is made of digits in groups, or letters and digits in groups, as codes are written: {@code 482 913}. */
    static boolean isGroupsOfDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!CharacterKind.isDigit(c) && c != ' ' && c != '-') {
                return false;
            }
            digits += CharacterKind.isDigit(c) ? 1 : 0;
        }
        return digits >= 6;
    }

    /** Return whether a text is what people write: plain words, more than one. */
    static boolean isSentence(String text) {
        return text.indexOf(' ') > 0 && isPlain(text);
    }

    /** Return whether a text is an e-mail address: whose it is matters less than that the report can be read. */
    static boolean isMail(String text) {
        return text.length() <= 100 && MAIL.matcher(text).matches();
    }

    /**
     * Return whether a parameter of a URL only names something: a version of a file, so that caches do not keep an old one, or a thing by its id.
     *
     * @param name its name, not one of those that tell of secrets
     */
    static boolean isReference(String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (VERSIONS.contains(lower)) {
            return VERSION.matcher(value).matches();
        }
        if (TIMES.contains(lower)) {
            return value.length() <= 19 && isNumber(value);
        }
        return lower.endsWith("id") && ID.matcher(value).matches();
    }

    /** Return whether a text may be the hash of a file's content. */
    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Return whether a text means nothing even where a secret is expected. */
    static boolean isCommon(String text) {
        return COMMON.contains(text);
    }
}
