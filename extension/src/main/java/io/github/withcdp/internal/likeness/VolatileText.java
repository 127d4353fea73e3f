package io.github.withcdp.internal.likeness;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which parts of a text are other ones in each run: they are found by their form, wherever they stand. */
public final class VolatileText {

    private static final String NOT_AFTER_WORD = "(?<![0-9A-Za-z_])";
    private static final String NOT_BEFORE_WORD = "(?![0-9A-Za-z_])";

    /** No part of it goes back over what it has read for more than a few characters, for texts may be long and hostile. */
    private static final Pattern VALUE = Pattern.compile(String.join(
            "|",
            "‹redacted:(?<kind>[A-Za-z0-9_.-]{1,40}):len=(?<length>[0-9]{1,10}):hash=[0-9a-f]{4}›",
            "(?<jwt>" + NOT_AFTER_WORD + "eyJ[A-Za-z0-9_-]{4,}+\\.[A-Za-z0-9_-]{2,}+\\.[A-Za-z0-9_-]*+)",
            "(?<uuid>" + NOT_AFTER_WORD
                    + "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}" + NOT_BEFORE_WORD
                    + ")",
            "(?<iso>(?<![0-9])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?:[T"
                    + " ][0-2][0-9](?::|%3A)[0-5][0-9](?:(?::|%3A)[0-6][0-9](?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?)?(?![0-9]))",
            "(?<http>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}, ?[0-9]{1,2}["
                    + " -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -][0-9]{2,4} [0-9]{2}:[0-9]{2}:[0-9]{2}"
                    + " GMT)",
            "(?<epoch>(?<![0-9A-Za-z.])1[0-9]{9}(?:[0-9]{3}|\\.[0-9]{1,9})?(?![0-9A-Za-z_]|\\.[0-9]))",
            "(?<fraction>(?<![0-9])0\\.[0-9]{13,20}(?![0-9]))",
            "(?<hex>" + NOT_AFTER_WORD + "[0-9a-fA-F]{16,}+" + NOT_BEFORE_WORD + ")",
            "(?<token>(?<![0-9A-Za-z_+-])[0-9A-Za-z_+-]{20,}+={0,2})"));

    private static final List<String> WITH_LENGTH = List.of("hex", "token");
    private static final List<String> WITHOUT_LENGTH = List.of("jwt", "uuid", "epoch", "fraction");

    /** A text of fewer characters is none of them, and has none in it. */
    private static final int SHORTEST = 8;

    private VolatileText() {}

    /** Return the text with the same word in the place of each port of this machine. */
    public static String withoutPorts(String text) {
        return text.indexOf(':') < 0 && text.indexOf('%') < 0
                ? text
                : LocalAddress.PATTERN.matcher(text).replaceAll("$1‹port›");
    }

    /**
     * Return the text with the name of its class in the place of each value that is another one in each run: {@code ‹uuid›}, {@code ‹hex:32›}.
     * Two texts are alike if this is equal.
     */
    public static String form(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        var value = VALUE.matcher(withoutPorts(text));
        var form = new StringBuilder();
        while (value.find()) {
            value.appendReplacement(form, Matcher.quoteReplacement(name(value)));
        }
        return value.appendTail(form).toString();
    }

    private static String name(Matcher value) {
        if (value.group("kind") != null) {
            return "‹redacted:" + value.group("kind") + ":len=" + value.group("length") + "›";
        }
        for (var name : WITH_LENGTH) {
            if (value.group(name) != null) {
                boolean isOne = !name.equals("token") || looksRandom(value.group());
                return isOne ? "‹" + name + ":" + value.group().length() + "›" : value.group();
            }
        }
        for (var name : WITHOUT_LENGTH) {
            if (value.group(name) != null) {
                return "‹" + name + "›";
            }
        }
        return "‹date›";
    }

    /** Names of functions and files are long as well, but hardly have small and capital letters and several digits among them. */
    private static boolean looksRandom(String text) {
        int digits = 0;
        int changes = 0;
        boolean small = false;
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            small |= c >= 'a' && c <= 'z';
            capital |= c >= 'A' && c <= 'Z';
            changes += i > 0 && isDigit(c) != isDigit(text.charAt(i - 1)) ? 1 : 0;
        }
        return small && capital && digits >= 2 && changes >= 3;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Return how two texts differ; empty if they are equal. */
    public static Optional<Explanation> explain(String one, String other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        var first = withoutPorts(one);
        var second = withoutPorts(other);
        if (first.equals(second)) {
            return Optional.of(Explanation.ALWAYS);
        }
        boolean alike = form(one).equals(form(other)) || fits(first, second) || fits(second, first);
        return Optional.of(alike ? Explanation.SAME_CLASS : Explanation.NONE);
    }

    /** Return whether a text is another one of which secrets were taken out: where a mark stands, anything of its length may. */
    private static boolean fits(String redacted, String text) {
        if (redacted.indexOf('‹') < 0) {
            return false;
        }
        var mark = VALUE.matcher(redacted);
        int from = 0;
        int at = 0;
        while (mark.find()) {
            if (mark.group("kind") != null) {
                int literal = mark.start() - from;
                long next = at + literal + Long.parseLong(mark.group("length"));
                if (!redacted.regionMatches(from, text, at, literal) || next > text.length()) {
                    return false;
                }
                from = mark.end();
                at = (int) next;
            }
        }
        return from > 0
                && redacted.length() - from == text.length() - at
                && redacted.regionMatches(from, text, at, redacted.length() - from);
    }
}
