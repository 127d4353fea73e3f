package io.github.withcdp.internal.redaction;

import java.util.Optional;

/** Takes secrets out of JSON that a page made: the values of fields whose names say so, and whatever is found in the others. */
final class JsonRule {

    private final SensitiveNames names;

    JsonRule(SensitiveNames names) {
        this.names = names;
    }

    /** Redact a value and all that is in it. */
    void redact(JsonRedaction redaction, int root) {
        var tokens = redaction.tokens;
        for (int i = root; i < tokens.after(root); ) {
            if (tokens.type(i) == JsonTokens.KEY) {
                redaction.key(i);
                i++;
            } else {
                i = redactOne(redaction, i);
            }
        }
    }

    /** Redact a value, and return where to go on: inside of it, or behind it. */
    private int redactOne(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        int key = tokens.key(token);
        if (key != JsonTokens.NONE) {
            var name = tokens.text(key);
            var what = what(name, tokens, token);
            if (what.isPresent()) {
                redaction.take(token, what.get(), Confidence.CERTAIN);
                return tokens.after(token);
            }
            if (name.equals("value")) {
                int value = PairName.plainValue(tokens, token);
                var ofPair = PairName.of(tokens, token).flatMap(pairName -> what(pairName, tokens, value));
                if (ofPair.isPresent()) {
                    redaction.take(value, ofPair.get(), Confidence.CERTAIN);
                    return tokens.after(token);
                }
            }
        } else if (isSecondOfPair(tokens, token)) {
            var what = what(tokens.text(token - 1), tokens, token);
            if (what.isPresent()) {
                takeOfPair(redaction, token, what.get());
                return tokens.after(token);
            }
        }
        redaction.text(token);
        return token + 1;
    }

    /** Return what a value is by its name. Of an object or array under a name that is not sure to be that of a secret, each value is looked at by itself. */
    private Optional<String> what(String name, JsonTokens tokens, int token) {
        return tokens.type(token) == JsonTokens.STRING
                ? names.judge(name)
                        .filter(judgement -> judgement.sure() || HarmlessText.isOpaque(tokens.text(token)))
                        .map(SensitiveNames.Judgement::what)
                : names.what(name);
    }

    /** Return whether a value is the second of a pair, as in {@code [["token","…"]]}, how maps and storage are told. */
    private static boolean isSecondOfPair(JsonTokens tokens, int token) {
        int parent = tokens.parent(token);
        return parent != JsonTokens.NONE
                && tokens.type(parent) == JsonTokens.ARRAY
                && token == parent + 2
                && tokens.after(token) == tokens.after(parent)
                && tokens.type(parent + 1) == JsonTokens.STRING;
    }

    private static void takeOfPair(JsonRedaction redaction, int token, String what) {
        var tokens = redaction.tokens;
        int value = tokens.type(token) == JsonTokens.OBJECT ? tokens.member(token, "value") : JsonTokens.NONE;
        redaction.take(value == JsonTokens.NONE ? token : value, what, Confidence.CERTAIN);
    }
}
