package io.github.withcdp.internal.redaction;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what looks like a secret: tokens by their form, and values after a name that says so, see {@link NamedValue}.
 * Looks closely only where a word gives it away.
 */
final class TextRule {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_JUDGED = 256;
    private static final String USER_OPTION = " -u ";

    /** The words if nobody has named fields, put together once and not for each test. */
    private static final MultiStringMatcher USUAL = words(Set.of());

    private final SensitiveNames names;
    private final MultiStringMatcher words;
    private final int tokens = TokenPattern.ALL.size();

    /**
     * Create the rule.
     *
     * @param fields names of further fields
     */
    TextRule(SensitiveNames names, Set<String> fields) {
        this.names = names;
        words = fields.isEmpty() ? USUAL : words(fields);
    }

    private static MultiStringMatcher words(Set<String> fields) {
        var all = new ArrayList<String>();
        TokenPattern.ALL.forEach(token -> all.add(lower(token.begin())));
        all.add(USER_OPTION);
        fields.stream()
                .filter(field -> field.length() >= 3)
                .map(TextRule::lower)
                .forEach(all::add);
        SensitiveNames.stems().stream().map(TextRule::lower).forEach(all::add);
        return new MultiStringMatcher(all.stream().distinct().toList(), true);
    }

    private static String lower(String text) {
        var lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + 32));
            }
        }
        return lower.toString();
    }

    /** Return where something may be, or the length of the text. */
    int next(String text, int from) {
        long match = words.find(text, from, text.length());
        return match == MultiStringMatcher.NOTHING ? text.length() : MultiStringMatcher.place(match);
    }

    String redact(String text, SecretSink sink) {
        long match = words.find(text, 0, text.length());
        if (match == MultiStringMatcher.NOTHING) {
            return text;
        }
        var edits = new TextEdits(text);
        var runs = new CharacterRuns(text);
        var values = new NamedValue(text, runs);
        int mark = Mark.next(text, 0);
        while (match != MultiStringMatcher.NOTHING) {
            int place = MultiStringMatcher.place(match);
            while (mark < place && Mark.end(text, mark) <= place) {
                mark = Mark.next(text, mark + 1);
            }
            int at;
            if (mark <= place) {
                at = Mark.end(text, mark);
            } else {
                int word = MultiStringMatcher.index(match);
                at = word < tokens
                        ? token(edits, text, place, TokenPattern.ALL.get(word), sink, runs)
                        : named(edits, text, place, words.string(word), sink, values);
            }
            match = words.find(text, at, text.length());
        }
        return edits.result();
    }

    /** Redact a token that begins here, and return where to go on. */
    private static int token(
            TextEdits edits, String text, int place, TokenPattern pattern, SecretSink sink, CharacterRuns runs) {
        boolean inWord = place > 0 && Character.isLetterOrDigit(text.charAt(place - 1));
        var token = inWord ? null : pattern.at(text, place, runs);
        if (token == null) {
            return place + 1;
        }
        var secret = text.substring(token.from(), token.to());
        if (HarmlessText.isWord(secret)) {
            return place + 1;
        }
        edits.replace(token.from(), token.to(), sink.take(secret, pattern.what(), Confidence.CERTAIN));
        return token.to();
    }

    /** Redact what a name gives away, and return where to go on. */
    private int named(TextEdits edits, String text, int place, String word, SecretSink sink, NamedValue values) {
        if (word.equals(USER_OPTION)) {
            return take(edits, values.login(place + word.length()), "credentials", text, sink, place + 1);
        }
        int from = from(text, place);
        int to = place + word.length();
        while (to < text.length() && to - place < LONGEST_NAME && isOfName(text.charAt(to))) {
            to++;
        }
        var nameJudgement = names.judge(text.substring(from, to));
        var judgement = nameJudgement;
        int before = wordBefore(text, from);
        for (int words = 0; words < 2 && before < from && !isSure(judgement); words++) {
            judgement = names.judge(text.substring(before, to))
                    .filter(SensitiveNames.Judgement::sure)
                    .or(() -> nameJudgement);
            before = wordBefore(text, before);
        }
        if (judgement.isEmpty()) {
            return place + 1;
        }
        var value = values.after(from, to);
        if (value == null) {
            return to;
        }
        boolean isHarmless = !judgement.get().sure()
                && !HarmlessText.isOpaque(
                        text.substring(value.from(), Math.min(value.to(), value.from() + LONGEST_JUDGED)));
        return isHarmless ? to : take(edits, value, judgement.get().what(), text, sink, to);
    }

    private static boolean isSure(Optional<SensitiveNames.Judgement> judgement) {
        return judgement.isPresent() && judgement.get().sure();
    }

    private static int from(String text, int place) {
        int from = place;
        while (from > 0 && place - from < LONGEST_NAME && isOfName(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Return where the word before a name begins: names may have several words, {@code API key}, {@code mot de passe}. */
    private static int wordBefore(String text, int from) {
        return from > 1 && text.charAt(from - 1) == ' ' ? from(text, from - 1) : from;
    }

    private static int take(
            TextEdits edits,
            NamedValue.@Nullable Value value,
            String what,
            String text,
            SecretSink sink,
            int otherwise) {
        if (value == null) {
            return otherwise;
        }
        var secret = text.substring(value.from(), value.to());
        if (!isNothing(secret)) {
            boolean ofProgram = value.bare() && !HarmlessText.isOpaque(secret) && !hasDigit(secret);
            var confidence =
                    HarmlessText.isWordOrNumber(secret) || ofProgram ? Confidence.ONLY_HERE : Confidence.CERTAIN;
            edits.replace(value.from(), value.to(), sink.take(secret, what, confidence));
        }
        return value.to();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(CharacterKind::isDigit);
    }

    private static boolean isNothing(String value) {
        return switch (value) {
            case "true", "false", "null", "undefined", "None", "none" -> true;
            default -> false;
        };
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }
}
