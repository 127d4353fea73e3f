package io.github.withcdp.internal.redaction;

import java.math.BigInteger;

/** Takes out numbers of cards and accounts, which their check digits tell from other numbers. */
final class NumberRule {

    /** The number of digits that both kinds have at least in a row, with or without spaces and hyphens. */
    private static final int SHORTEST = 10;

    static final int SHORTEST_CARD = 14;
    static final int LONGEST_CARD = 19;

    /** Nearly all cards have no more digits, and random numbers in the names of files have more, {@code junit-6240428794626233884}. */
    private static final int USUAL_CARD = 16;

    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private NumberRule() {}

    /** Return where such a row of digits may be, or the length of the text. Looks at one in ten characters as a rule. */
    static int next(String text, int from) {
        int to = text.length();
        int at = from + SHORTEST - 1;
        while (at < to) {
            if (!isOfRow(text.charAt(at))) {
                at += SHORTEST;
                continue;
            }
            int begin = at;
            while (begin > from && at - begin < SHORTEST && isOfRow(text.charAt(begin - 1))) {
                begin--;
            }
            int end = at;
            int digits = 0;
            for (int i = begin; i < at; i++) {
                digits += CharacterKind.isDigit(text.charAt(i)) ? 1 : 0;
            }
            while (end < to && isOfRow(text.charAt(end))) {
                digits += CharacterKind.isDigit(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (digits >= SHORTEST - 2 && end - begin >= SHORTEST) {
                return begin;
            }
            at = end + SHORTEST;
        }
        return to;
    }

    private static boolean isOfRow(char c) {
        return CharacterKind.isDigit(c) || c == ' ' || c == '-';
    }

    static String redact(String text, SecretSink sink) {
        if (next(text, 0) == text.length()) {
            return text;
        }
        var edits = new TextEdits(text);
        int at = 0;
        while (at < text.length()) {
            boolean begins = at == 0 || !isJoined(text.charAt(at - 1));
            int end = !begins ? -1 : CharacterKind.isDigit(text.charAt(at)) ? card(text, at) : iban(text, at);
            if (end > 0) {
                var what = CharacterKind.isDigit(text.charAt(at)) ? "card-number" : "iban";
                edits.replace(at, end, sink.take(text.substring(at, end), what, Confidence.CERTAIN));
                var together = text.substring(at, end).replaceAll("[ -]", "");
                sink.take(together, what, Confidence.CERTAIN);
                at = end;
            } else {
                at++;
            }
        }
        return edits.result();
    }

    /** Return whether a character that stands before a number belongs to it. */
    private static boolean isJoined(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_';
    }

    /** Return whether a number goes on with a word behind which a hyphen stands. */
    private static boolean isOfName(String text, int from) {
        return from > 1 && text.charAt(from - 1) == '-' && Character.isLetter(text.charAt(from - 2));
    }

    /** Return where the number of a card ends that begins at a place, or -1. */
    private static int card(String text, int from) {
        var digits = new StringBuilder();
        int at = from;
        int group = 0;
        while (at < text.length() && digits.length() <= LONGEST_CARD) {
            char c = text.charAt(at);
            if (CharacterKind.isDigit(c)) {
                digits.append(c);
                group++;
            } else if ((c == ' ' || c == '-') && group >= 4 && group <= 6 && digits.length() < SHORTEST_CARD) {
                group = 0;
            } else {
                break;
            }
            at++;
        }
        boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        int longest = isOfName(text, from) ? USUAL_CARD : LONGEST_CARD;
        return ends && digits.length() >= SHORTEST_CARD && digits.length() <= longest && isCard(digits) ? at : -1;
    }

    private static boolean isCard(CharSequence digits) {
        int length = digits.length();
        int two = (digits.charAt(0) - '0') * 10 + digits.charAt(1) - '0';
        boolean issued =
                switch (two) {
                    case 34, 37 -> length == 15;
                    case 30, 36, 38 -> length == 14;
                    case 35 -> length == 16;
                    case 62, 60, 64, 65 -> length >= 16;
                    default ->
                        (two >= 40 && two <= 49 && length == 16)
                                || (two >= 51 && two <= 55 && length == 16)
                                || (two >= 22 && two <= 27 && length == 16);
                };
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            int doubled = digit * 2;
            sum += (i & 1) == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return issued && sum % 10 == 0;
    }

    /** Return where the number of an account ends that begins at a place, or -1. */
    private static int iban(String text, int from) {
        if (from + SHORTEST_IBAN > text.length()
                || !isCapital(text.charAt(from))
                || !isCapital(text.charAt(from + 1))
                || !CharacterKind.isDigit(text.charAt(from + 2))
                || !CharacterKind.isDigit(text.charAt(from + 3))) {
            return -1;
        }
        var number = new StringBuilder();
        int at = from;
        int end = -1;
        while (at < text.length() && number.length() < LONGEST_IBAN) {
            char c = text.charAt(at);
            if (isCapital(c) || CharacterKind.isDigit(c)) {
                number.append(c);
                boolean ends = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
                if (ends && number.length() >= SHORTEST_IBAN && isIban(number)) {
                    end = at + 1;
                }
            } else if (c != ' ' || number.length() % 4 != 0) {
                break;
            }
            at++;
        }
        return end;
    }

    private static boolean isIban(CharSequence number) {
        var digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            digits.append(Character.digit(number.charAt((i + 4) % number.length()), 36));
        }
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
