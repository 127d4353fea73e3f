package io.github.withcdp.redaction;

import java.util.Optional;

/** Finds the name that goes with a value, as in {@code {"name":"Authorization","value":"…"}}. */
final class NameOfPair {

    private NameOfPair() {}

    /** Return the name beside a value; empty if there is none. */
    static Optional<String> of(JsonTokens tokens, int value) {
        int object = tokens.parent(value);
        if (object == JsonTokens.NONE || tokens.type(object) != JsonTokens.OBJECT) {
            return Optional.empty();
        }
        int name = tokens.member(object, "name");
        if (name == JsonTokens.NONE) {
            name = tokens.member(object, "key");
        }
        return name != JsonTokens.NONE && tokens.type(name) == JsonTokens.STRING
                ? Optional.of(tokens.text(name))
                : Optional.empty();
    }
}
