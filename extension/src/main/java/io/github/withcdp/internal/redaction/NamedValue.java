package io.github.withcdp.internal.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Finds the value that belongs to a name in a text: {@code password=x}, {@code "password": "x"}, {@code input.password.value = 'x'},
 * {@code setItem('token', 'x')}, {@code password: x1}, {@code password is x1}, {@code secret "x1"}, {@code --token x}.
 */
final class NamedValue {

    private static final String QUOTES = "\"'`";
    private static final int MOST_BACKSLASHES = 8;
    private static final int LONGEST = 4_096;
    private static final int LONGEST_SPACE = 3;
    private static final int SHORTEST_BARE = 4;

    /**
     * The place of a value in a text.
     *
     * @param bare whether it stands without quotes, as the code of a program does
     */
    record Value(int from, int to, boolean bare) {}

    private final String text;
    private final CharacterRuns runs;

    /** For each quote and number of backslashes before it, one more than where it is next, and from where on it was looked for. */
    private final int[] quoteAt = new int[QUOTES.length() * MOST_BACKSLASHES];

    private final int[] quoteFrom = new int[QUOTES.length() * MOST_BACKSLASHES];

    NamedValue(String text, CharacterRuns runs) {
        this.text = text;
        this.runs = runs;
    }

    /** Return the value of the name in a stretch of the text, or null. */
    @Nullable
    Value after(int name, int end) {
        int at = closed(end);
        int operator = space(at);
        if (isOperator(operator)) {
            boolean assigned = charAt(operator) == '=';
            int value = space(operator + (charAt(operator + 1) == '=' || charAt(operator + 1) == '>' ? 2 : 1));
            var quoted = quoted(value);
            if (quoted != null) {
                return quoted;
            }
            return assigned && operator == end ? assigned(operator + 1) : spaced(value);
        }
        if (charAt(operator) == ',' && at > end) { // as in ('name', 'value')
            return quoted(space(operator + 1));
        }
        if (operator > at) {
            return separated(name, at, operator);
        }
        return null;
    }

    /** Return the {@code user:password} behind an option of a command, or null. */
    @Nullable
    Value login(int from) {
        var quoted = quoted(from);
        int to = quoted == null ? runs.end(CharacterKind.NO_SPACE, from) : quoted.to();
        int begin = quoted == null ? from : quoted.from();
        int colon = to - begin < LONGEST ? text.substring(begin, to).indexOf(':') : -1;
        return colon > 0 && begin + colon < to - 1 ? new Value(begin, to, false) : null;
    }

    /** Skip what stands between the end of a name and what follows it: a quote, a bracket, the {@code .value} of an element. */
    private int closed(int from) {
        int at = from;
        while (charAt(at) == '\\' && at - from < MOST_BACKSLASHES) {
            at++;
        }
        at += QUOTES.indexOf(charAt(at)) >= 0 ? 1 : 0;
        at += charAt(at) == ']' || charAt(at) == ')' ? 1 : 0;
        return text.startsWith(".value", at) ? at + ".value".length() : at;
    }

    private int space(int from) {
        int at = from;
        while (CharacterKind.isSpace(charAt(at)) && at - from < LONGEST_SPACE) {
            at++;
        }
        return at;
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean isOperator(int at) {
        char c = charAt(at);
        return c == ':' || (c == '=' && charAt(at + 1) != '=');
    }

    private @Nullable Value quoted(int from) {
        int at = from;
        while (charAt(at) == '\\') {
            at++;
        }
        int backslashes = at - from;
        int quote = QUOTES.indexOf(charAt(at));
        if (quote < 0 || at >= text.length() || backslashes >= MOST_BACKSLASHES) {
            return null;
        }
        int value = at + 1;
        int close = closing(quote, backslashes, value);
        int line = runs.end(CharacterKind.NO_LINE_BREAK, value);
        if (close <= Math.min(line, value + LONGEST) && close < text.length()) {
            return close > value ? new Value(value, close, false) : null;
        }
        int end = runs.end(CharacterKind.NO_DELIMITER, value);
        return end - value >= SHORTEST_BARE ? new Value(value, end, false) : null;
    }

    /** Return where the next such quote with as many backslashes begins with them; the end of the text if there is none. */
    private int closing(int quote, int backslashes, int from) {
        int slot = quote * MOST_BACKSLASHES + backslashes;
        if (from < quoteFrom[slot] || from >= quoteAt[slot]) {
            char c = QUOTES.charAt(quote);
            boolean back = from < quoteFrom[slot];
            int knownFrom = back ? quoteFrom[slot] : text.length();
            int closing = back ? quoteAt[slot] - 1 : text.length();
            for (int i = text.indexOf(c, from); i >= 0 && i < knownFrom; i = text.indexOf(c, i + 1)) {
                int before = i;
                while (before > from && text.charAt(before - 1) == '\\') {
                    before--;
                }
                if (i - before == backslashes) {
                    closing = before;
                    break;
                }
            }
            quoteFrom[slot] = from;
            quoteAt[slot] = closing + 1;
        }
        return quoteAt[slot] - 1;
    }

    private @Nullable Value assigned(int from) {
        int end = Math.min(runs.end(CharacterKind.NO_DELIMITER, from), from + LONGEST);
        return end > from && charAt(end) != '(' ? new Value(from, end, true) : null;
    }

    /** Return the value behind a colon and space. Prose has colons too: what stands behind one is a value only if it has a digit, or is no word of any language. */
    private @Nullable Value spaced(int from) {
        int end = Math.min(runs.end(CharacterKind.NO_DELIMITER, from), from + LONGEST);
        if (charAt(end) == '(') {
            return null;
        }
        if (isWord(from, end) && charAt(end) == ' ') { // the scheme before credentials
            var credentials = token(end + 1);
            return credentials != null && HarmlessText.isOpaque(text.substring(credentials.from(), credentials.to()))
                    ? credentials
                    : null;
        }
        return token(from);
    }

    private boolean isWord(int from, int end) {
        return end > from
                && end - from < 16
                && runs.end(CharacterKind.LETTERS_AND_DIGITS, 1, from) == end
                && !hasDigit(from, end);
    }

    private @Nullable Value token(int from) {
        int end = Math.min(runs.end(CharacterKind.NO_DELIMITER, 1, from), from + LONGEST);
        while (end > from && ".!?:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean value = end - from >= SHORTEST_BARE
                && (hasDigit(from, end) || HarmlessText.isOpaque(text.substring(from, end)));
        return value && charAt(end) != '(' ? new Value(from, end, true) : null;
    }

    private boolean hasDigit(int from, int end) {
        return runs.end(CharacterKind.NO_DIGIT, from) < end;
    }

    /** Return what only space separates from its name: the value of an option, what a sentence says it is, what is in quotes. */
    private @Nullable Value separated(int name, int at, int from) {
        if (text.startsWith("--", name)) {
            int end = Math.min(runs.end(CharacterKind.NO_SPACE, from), from + LONGEST);
            return end > from && charAt(from) != '-' && !HarmlessText.isWord(text.substring(from, end))
                    ? new Value(from, end, true)
                    : null;
        }
        if (text.startsWith("is ", from) || text.startsWith("was ", from)) {
            int value = text.indexOf(' ', from) + 1;
            var quoted = quoted(value);
            return quoted == null ? token(value) : opaque(quoted);
        }
        return at > from ? null : opaque(quoted(from));
    }

    private @Nullable Value opaque(@Nullable Value quoted) {
        if (quoted == null || quoted.to() - quoted.from() < SHORTEST_BARE) {
            return null;
        }
        boolean opaque = runs.end(CharacterKind.NO_SPACE, quoted.from()) >= quoted.to()
                && (hasDigit(quoted.from(), quoted.to())
                        || HarmlessText.isOpaque(text.substring(quoted.from(), quoted.to())));
        return opaque ? quoted : null;
    }
}
