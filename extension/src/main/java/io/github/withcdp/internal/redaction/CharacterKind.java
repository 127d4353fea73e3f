package io.github.withcdp.internal.redaction;

/** Kinds of characters that values are made of. */
enum CharacterKind {
    LETTERS_AND_DIGITS(0),
    CAPITALS_AND_DIGITS(1),
    WORD_AND_UNDERSCORE(2),
    WORD_AND_HYPHEN(3),
    BASE64_URL(4),
    CREDENTIALS(5),
    NO_HYPHEN(6),
    NO_TAG(7),
    NO_SPACE(8),
    NO_DELIMITER(9),
    NO_DIGIT(10),
    NO_LINE_BREAK(11);

    private static final String DELIMITERS = "\"'`&;,<>(){}[]\\‹›…";

    /** The number of kinds. */
    static final int KINDS = 12;

    /** The number of a kind, from 0. */
    final int number;

    CharacterKind(int number) {
        this.number = number;
    }

    boolean has(char c) {
        return switch (this) {
            case LETTERS_AND_DIGITS -> isLetter(c) || isDigit(c);
            case CAPITALS_AND_DIGITS -> (c >= 'A' && c <= 'Z') || isDigit(c);
            case WORD_AND_UNDERSCORE -> isLetter(c) || isDigit(c) || c == '_';
            case WORD_AND_HYPHEN -> isLetter(c) || isDigit(c) || c == '-';
            case BASE64_URL -> isLetter(c) || isDigit(c) || c == '_' || c == '-';
            case CREDENTIALS -> isLetter(c) || isDigit(c) || "+/=_~.-".indexOf(c) >= 0;
            case NO_HYPHEN -> c != '-';
            case NO_TAG -> c != '<';
            case NO_SPACE -> !isSpace(c);
            case NO_DELIMITER -> !isSpace(c) && DELIMITERS.indexOf(c) < 0;
            case NO_DIGIT -> !isDigit(c);
            case NO_LINE_BREAK -> c != '\n' && c != '\r';
        };
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
