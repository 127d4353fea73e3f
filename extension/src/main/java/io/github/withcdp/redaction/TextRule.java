package io.github.withcdp.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a secret: tokens by their form, values after a name that says so, as in {@code password=…} or
 * {@code setItem('token', '…')}, the values of password fields in HTML. Looks closely only where a word gives it away.
 */
final class TextRule {

    private static final List<String> STEMS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "Api-Key",
            "API-Key",
            "apiKey",
            "auth",
            "authorization",
            "pwd",
            "csrf",
            "xsrf",
            "otp",
            "cvv",
            "cvc",
            "cardnumber",
            "cardNumber",
            "card_number",
            "privatekey",
            "privateKey",
            "private_key",
            "accesskey",
            "accessKey",
            "access_key",
            "cookie",
            "sessionid",
            "sessionId",
            "session_id",
            "credential");

    private static final Pattern QUOTED =
            Pattern.compile("\\\\*[\"'`]?[\\])]?(?:\\.value)?\\s{0,3}[:=]\\s{0,3}(\\\\*[\"'`])(.{1,4096}?)\\1");
    private static final Pattern SECOND = Pattern.compile("(\\\\*[\"'`])\\s{0,3},\\s{0,3}(\\\\*[\"'`])(.{1,4096}?)\\2");
    private static final Pattern ASSIGNED = Pattern.compile("=(?!=)([^\\s\"'`&;,<>(){}\\[\\]\\\\‹›]{1,4096}+)(?!\\()");
    private static final Pattern SPACED =
            Pattern.compile("\\s{0,3}[:=]\\s{0,3}((?=\\S{0,4000}?[0-9])[^\\s\"'`&;,<>(){}\\[\\]\\\\=‹›]{4,4096}+)");
    private static final Pattern ELEMENT = Pattern.compile("[^<>]{0,200}>([^<]{1,4096})</");
    private static final int LONGEST_NAME = 100;

    private final SensitiveNames names;
    private final ManyStrings words;
    private final int tokens = TokenPattern.ALL.size();
    private final HtmlInputRule inputs;

    /**
     * Create the rule.
     *
     * @param fields names of further fields
     */
    TextRule(SensitiveNames names, Set<String> fields) {
        this.names = names;
        this.inputs = new HtmlInputRule(names);
        var all = new ArrayList<String>();
        TokenPattern.ALL.forEach(token -> all.add(token.begin()));
        all.add("<input");
        all.add("<INPUT");
        var stems = new ArrayList<>(STEMS);
        fields.stream().filter(field -> field.length() >= 3).forEach(stems::add);
        for (var stem : stems) {
            all.add(stem);
            all.add(stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1));
            all.add(stem.toUpperCase(Locale.ROOT));
        }
        words = new ManyStrings(all.stream().distinct().toList());
    }

    /** Return where something may be in a stretch of a text, or the end of the stretch. */
    int next(String text, int from, int to) {
        long found = words.find(text, from, to);
        return found == ManyStrings.NOTHING ? to : ManyStrings.place(found);
    }

    String redact(String text, Taker taker) {
        long found = words.find(text, 0, text.length());
        if (found == ManyStrings.NOTHING) {
            return text;
        }
        var edits = new Edits(text);
        int mark = Mark.next(text, 0);
        while (found != ManyStrings.NOTHING) {
            int place = ManyStrings.place(found);
            int at;
            if (place >= mark) {
                at = Mark.end(text, mark);
                mark = Mark.next(text, at);
            } else {
                at = redact(edits, text, place, ManyStrings.index(found), taker);
                while (mark < at) {
                    mark = Mark.next(text, mark + 1);
                }
            }
            found = words.find(text, at, text.length());
        }
        return edits.result();
    }

    /** Redact what a word gives away, and return where to go on. */
    private int redact(Edits edits, String text, int place, int word, Taker taker) {
        if (word < tokens) {
            return token(edits, text, place, TokenPattern.ALL.get(word), taker);
        }
        var begin = words.string(word);
        if (begin.equals("<input") || begin.equals("<INPUT")) {
            return inputs.redact(edits, text, place, taker);
        }
        return named(edits, text, place, begin.length(), taker);
    }

    private static int token(Edits edits, String text, int place, TokenPattern pattern, Taker taker) {
        var form = pattern.form().matcher(text).region(place, text.length());
        boolean inWord = place > 0 && Character.isLetterOrDigit(text.charAt(place - 1));
        if (inWord || !form.lookingAt() || Harmless.isWord(form.group(1))) {
            return place + 1;
        }
        edits.replace(form.start(1), form.end(1), taker.take(form.group(1), pattern.what(), Strength.STRONG));
        return form.end();
    }

    private int named(Edits edits, String text, int place, int length, Taker taker) {
        int from = place;
        while (from > 0 && place - from < LONGEST_NAME && isOfName(text.charAt(from - 1))) {
            from--;
        }
        int end = place + length;
        while (end < text.length() && end - place < LONGEST_NAME && isOfName(text.charAt(end))) {
            end++;
        }
        int to = end;
        var what = names.what(text.substring(from, to));
        if (what.isEmpty()) {
            return place + 1;
        }
        boolean element = from > 0 && (text.charAt(from - 1) == '<' || text.charAt(from - 1) == ':');
        var value = text.regionMatches(to, "=", 0, 1) ? ASSIGNED : SPACED;
        return first(text, to, QUOTED, 2)
                .or(() -> first(text, to, SECOND, 3))
                .or(() -> first(text, to, value, 1))
                .or(() -> element ? first(text, to, ELEMENT, 1) : Optional.empty())
                .map(found -> {
                    int group = found.groupCount();
                    var secret = found.group(group);
                    if (!isNothing(secret)) {
                        var strength = Harmless.isWordOrNumber(secret) ? Strength.HERE : Strength.STRONG;
                        edits.replace(found.start(group), found.end(group), taker.take(secret, what.get(), strength));
                    }
                    return found.end();
                })
                .orElse(to);
    }

    /** Return a match that begins here; its last group, whose number is given, is the value. */
    private static Optional<Matcher> first(String text, int from, Pattern pattern, int group) {
        var matcher = pattern.matcher(text).region(from, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() && matcher.groupCount() == group ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean isNothing(String value) {
        return switch (value) {
            case "true", "false", "null", "undefined", "None", "none" -> true;
            default -> false;
        };
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '$';
    }
}
