package io.github.withcdp.internal.redaction;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The redaction of one JSON text: rules tell it what to put in the place of which value. */
final class JsonRedaction {

    final JsonTokens tokens;
    private final StringRules rules;
    private final String json;
    private final int depth;
    private final SecretSink sink;
    private final SecretMatcher secrets;
    private final TextEdits edits;
    private boolean hasEncoded;

    /** Where the next secret is that is known, and where something of any kind: with most values the latter is all that is looked at. */
    private final NextClue known;

    private final NextClue any;

    JsonRedaction(
            StringRules rules, String json, JsonTokens tokens, int depth, SecretSink sink, SecretMatcher secrets) {
        this.rules = rules;
        this.json = json;
        this.tokens = tokens;
        this.depth = depth;
        this.sink = sink;
        this.secrets = secrets;
        this.edits = new TextEdits(json);
        this.known = new NextClue(json, List.of(secrets::next));
        this.any = new NextClue(json, rules.clues());
    }

    String json() {
        return json;
    }

    SecretSink sink() {
        return sink;
    }

    SecretMatcher secrets() {
        return secrets;
    }

    String result() {
        return edits.result();
    }

    boolean hasEdits() {
        return !edits.isEmpty();
    }

    /** Note that a text was found that stands there in base64. */
    void noteEncoded() {
        hasEncoded = true;
    }

    boolean hasEncoded() {
        return hasEncoded;
    }

    /** Redact a text that is not a value of its own. */
    String redacted(String text) {
        return rules.text(text, depth, sink, secrets);
    }

    /** Redact what a rule has left of a value, or of a part of it. */
    String redacted(int token, String text) {
        return mayHold(token) ? redacted(text) : text;
    }

    /** Redact a text that is JSON from some place on; empty if it is not. */
    Optional<String> redactedJson(String text, int from) {
        return rules.json(text, from, depth, sink, secrets);
    }

    /** Redact a value as a text of which nothing is known. */
    void text(int token) {
        switch (tokens.type(token)) {
            case JsonTokens.STRING -> {
                if (mayHold(token)) {
                    look(token);
                }
            }
            case JsonTokens.NUMBER -> number(token);
            default -> {}
        }
    }

    private void look(int token) {
        var text = tokens.text(token);
        replace(token, text, redacted(text));
    }

    private void number(int token) {
        int start = tokens.start(token);
        int length = tokens.end(token) - start;
        if (length >= NumberRule.SHORTEST_CARD && length <= NumberRule.LONGEST_CARD) {
            look(token);
        } else if (rules.hasPatterns() || known.from(start) < tokens.end(token)) {
            var text = tokens.text(token);
            var redacted = secrets.whole(text);
            redacted = rules.hasPatterns() && redacted.equals(text) ? redacted(text) : redacted;
            replace(token, text, redacted);
        }
    }

    /** Redact a value as a rule says that knows what it is; return false if it is no string. */
    boolean string(int token, UnaryOperator<String> rule) {
        if (tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        var text = tokens.text(token);
        replace(token, text, redacted(token, rule.apply(text)));
        return true;
    }

    /** Redact a key if a secret is known in it; words alone are keys that the protocol has. */
    void key(int token) {
        int start = tokens.start(token);
        if (known.from(start) < tokens.end(token)) {
            var text = tokens.text(token);
            if (!HarmlessText.isWord(text)) {
                replace(token, text, secrets.redact(text));
            }
        }
    }

    /** Take out a value; of an object or array all that is in it. Truths and null tell nothing. */
    void take(int token, String what, Confidence confidence) {
        switch (tokens.type(token)) {
            case JsonTokens.STRING -> {
                var text = tokens.text(token);
                replace(token, text, sink.take(text, what, confidence));
            }
            case JsonTokens.NUMBER -> {
                var text = tokens.text(token);
                replace(token, text, sink.take(text, what, confidence));
            }
            case JsonTokens.OBJECT, JsonTokens.ARRAY -> {
                for (int i = token + 1; i < tokens.after(token); i++) {
                    if (tokens.type(i) == JsonTokens.KEY) {
                        key(i);
                    } else if (tokens.type(i) == JsonTokens.STRING || tokens.type(i) == JsonTokens.NUMBER) {
                        take(i, what, confidence);
                    }
                }
            }
            default -> {}
        }
    }

    /** Put a text in the place of a value. */
    void replace(int token, String before, String after) {
        if (after.equals(before)) {
            return;
        }
        int start = tokens.start(token);
        int end = tokens.end(token);
        if (tokens.type(token) == JsonTokens.NUMBER) {
            edits.replace(start, end, '"' + JsonStrings.encode(after) + '"');
        } else {
            JsonStrings.replace(edits, json, start + 1, end - 1, before, after);
        }
    }

    /** Return whether a value may hold a secret. Most values are looked at only here: from what is next in the whole text follows that there is nothing in them. */
    private boolean mayHold(int token) {
        int start = tokens.start(token);
        int end = tokens.end(token);
        return rules.hasPatterns() || any.from(start) < end || known.from(start) < end;
    }
}
