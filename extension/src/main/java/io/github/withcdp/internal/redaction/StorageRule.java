package io.github.withcdp.internal.redaction;

/** Takes secrets out of what pages store: it is told by its key, by the fields in it, or else not shown at all. */
final class StorageRule {

    private final SensitiveNames names;
    private final JsonRule json;
    private final BodyRule bodies;

    StorageRule(SensitiveNames names, JsonRule json, BodyRule bodies) {
        this.names = names;
        this.json = json;
        this.bodies = bodies;
    }

    /** Redact a value that stands beside its key; return whether it is done with. */
    boolean item(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        if (tokens.type(token) != JsonTokens.STRING) {
            return false;
        }
        int key = tokens.member(tokens.parent(token), "key");
        value(redaction, key == JsonTokens.NONE ? "" : tokens.text(key), token);
        return true;
    }

    /** Redact a value that is stored under a key, empty if that is not known. */
    void value(JsonRedaction redaction, String key, int token) {
        var what = names.what(key);
        if (what.isPresent()) {
            redaction.take(token, what.get(), Confidence.CERTAIN);
            return;
        }
        var text = redaction.tokens.text(token);
        if (JsonTokens.isLikely(text)) {
            bodies.redact(redaction, token, true);
        } else if (HarmlessText.isValue(text) || HarmlessText.isPlain(text)) {
            redaction.text(token);
        } else {
            redaction.take(token, "storage", Confidence.POSSIBLE);
        }
    }

    /** Redact a list of keys and values; return whether it is done with. */
    boolean entries(JsonRedaction redaction, int token) {
        var tokens = redaction.tokens;
        if (tokens.type(token) != JsonTokens.ARRAY) {
            return false;
        }
        for (int i = token + 1; i < tokens.after(token); i = tokens.after(i)) {
            boolean pair = tokens.type(i) == JsonTokens.ARRAY
                    && tokens.after(i) == i + 3
                    && tokens.type(i + 1) == JsonTokens.STRING
                    && tokens.type(i + 2) == JsonTokens.STRING;
            if (pair) {
                redaction.text(i + 1);
                value(redaction, tokens.text(i + 1), i + 2);
            } else {
                json.redact(redaction, i);
            }
        }
        return true;
    }
}
