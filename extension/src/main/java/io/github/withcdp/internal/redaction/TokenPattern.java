package io.github.withcdp.internal.redaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a well-known token looks like: how it begins, and how many characters of which kind follow. Not a regular expression, because
 * a page may write thousands of beginnings in a row, and then each of them would read the rest of the text.
 *
 * @param begin the characters that each begins with, or that stand before it
 * @param what it is
 * @param kind of the characters behind the beginning
 * @param least how many of them there are at least
 * @param shape what else there is to it
 */
record TokenPattern(String begin, String what, CharacterKind kind, int least, Shape shape) {

    private enum Shape {
        /** Nothing. */
        PLAIN,
        /** There are exactly as many characters. */
        EXACT,
        /** Beginning in any case, then space; only what is behind that is secret. */
        SCHEME,
        /** Two to five parts with dots between them. */
        JWT,
        /** Two such parts. */
        TWO_PARTS,
        /** A line that says what it is, then the key. */
        PEM
    }

    private static final int LONGEST_SPACE = 8;
    private static final int LONGEST_PEM_LINE = 60;
    private static final String PRIVATE = "PRIVATE KEY-----";
    private static final int SHORTEST_PART = 4;

    static final List<TokenPattern> ALL = List.of(
            new TokenPattern("eyJ", "jwt", CharacterKind.BASE64_URL, 6, Shape.JWT),
            new TokenPattern("Bearer", "token", CharacterKind.CREDENTIALS, 8, Shape.SCHEME),
            new TokenPattern("Basic", "credentials", CharacterKind.CREDENTIALS, 8, Shape.SCHEME),
            plain("ghp_", "token", CharacterKind.LETTERS_AND_DIGITS, 20),
            plain("gho_", "token", CharacterKind.LETTERS_AND_DIGITS, 20),
            plain("ghu_", "token", CharacterKind.LETTERS_AND_DIGITS, 20),
            plain("ghs_", "token", CharacterKind.LETTERS_AND_DIGITS, 20),
            plain("ghr_", "token", CharacterKind.LETTERS_AND_DIGITS, 20),
            plain("github_pat_", "token", CharacterKind.WORD_AND_UNDERSCORE, 20),
            plain("glpat-", "token", CharacterKind.BASE64_URL, 16),
            plain("xoxa-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxb-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxe-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxe.", "token", CharacterKind.CREDENTIALS, 10),
            plain("xoxo-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxp-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxr-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            plain("xoxs-", "token", CharacterKind.WORD_AND_HYPHEN, 10),
            new TokenPattern("AKIA", "access-key", CharacterKind.CAPITALS_AND_DIGITS, 16, Shape.EXACT),
            new TokenPattern("ASIA", "access-key", CharacterKind.CAPITALS_AND_DIGITS, 16, Shape.EXACT),
            plain("AIza", "api-key", CharacterKind.BASE64_URL, 30),
            plain("sk_live_", "secret", CharacterKind.LETTERS_AND_DIGITS, 10),
            plain("sk_test_", "secret", CharacterKind.LETTERS_AND_DIGITS, 10),
            plain("rk_live_", "secret", CharacterKind.LETTERS_AND_DIGITS, 10),
            plain("whsec_", "secret", CharacterKind.LETTERS_AND_DIGITS, 16),
            plain("sk-", "secret", CharacterKind.BASE64_URL, 20),
            plain("npm_", "token", CharacterKind.LETTERS_AND_DIGITS, 30),
            plain("pypi-", "token", CharacterKind.BASE64_URL, 20),
            plain("hvs.", "token", CharacterKind.BASE64_URL, 20),
            plain("dop_v1_", "token", CharacterKind.LETTERS_AND_DIGITS, 32),
            plain("shpat_", "token", CharacterKind.LETTERS_AND_DIGITS, 24),
            new TokenPattern("SG.", "token", CharacterKind.BASE64_URL, 16, Shape.TWO_PARTS),
            plain("ya29.", "token", CharacterKind.BASE64_URL, 20),
            new TokenPattern("-----BEGIN ", "private-key", CharacterKind.NO_HYPHEN, 1, Shape.PEM));

    /** The place of a token in a text. */
    record Span(int from, int to) {}

    private static TokenPattern plain(String begin, String what, CharacterKind kind, int least) {
        return new TokenPattern(begin, what, kind, least, Shape.PLAIN);
    }

    /** Return where the secret is if a token begins at a place, or null. One that the text cuts short with an ellipsis may be shorter. */
    @Nullable
    Span at(String text, int place, CharacterRuns runs) {
        if (shape != Shape.SCHEME && !text.startsWith(begin, place)) {
            return null;
        }
        int from = place + begin.length();
        return switch (shape) {
            case PLAIN -> run(text, place, from, runs);
            case EXACT -> exact(place, from, runs);
            case SCHEME -> behindSpace(text, from, runs);
            case JWT -> jwt(text, place, from, runs);
            case TWO_PARTS -> twoParts(text, place, from, runs);
            case PEM -> pem(text, from, runs);
        };
    }

    private @Nullable Span run(String text, int secret, int from, CharacterRuns runs) {
        int end = runs.end(kind, from);
        return end - from >= least || isCut(text, end) ? new Span(secret, end) : null;
    }

    private @Nullable Span exact(int secret, int from, CharacterRuns runs) {
        return runs.end(kind, from) - from >= least ? new Span(secret, from + least) : null;
    }

    private @Nullable Span behindSpace(String text, int from, CharacterRuns runs) {
        int at = from;
        while (at < text.length() && at - from < LONGEST_SPACE && CharacterKind.isSpace(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            return null;
        }
        int end = runs.end(kind, at);
        return end - at >= least ? new Span(at, end) : null;
    }

    private @Nullable Span jwt(String text, int place, int from, CharacterRuns runs) {
        int end = runs.end(kind, from);
        if (isCut(text, end)) {
            return new Span(place, end);
        }
        if (end - from < least || !isDot(text, end)) {
            return null;
        }
        int second = runs.end(kind, 1, end + 1);
        if (isCut(text, second)) {
            return new Span(place, second);
        }
        if (second - end - 1 < SHORTEST_PART || !isDot(text, second)) {
            return null;
        }
        int to = second;
        for (int part = 0; part < 3 && isDot(text, to); part++) {
            to = runs.end(kind, 2, to + 1);
        }
        return new Span(place, to);
    }

    private @Nullable Span twoParts(String text, int place, int from, CharacterRuns runs) {
        int end = runs.end(kind, from);
        if (isCut(text, end)) {
            return new Span(place, end);
        }
        if (end - from < least || !isDot(text, end)) {
            return null;
        }
        int second = runs.end(kind, 1, end + 1);
        return second - end - 1 >= least || isCut(text, second) ? new Span(place, second) : null;
    }

    private @Nullable Span pem(String text, int from, CharacterRuns runs) {
        int line = text.substring(from, Math.min(text.length(), from + LONGEST_PEM_LINE))
                .indexOf(PRIVATE);
        if (line < 0) {
            return null;
        }
        int key = from + line + PRIVATE.length();
        int to = runs.end(kind, key);
        return to > key ? new Span(key, to) : null;
    }

    private static boolean isDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    private static boolean isCut(String text, int at) {
        return at < text.length() && text.charAt(at) == '…';
    }
}
