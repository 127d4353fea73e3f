package io.github.withcdp.internal.redaction;

import java.util.Optional;

/** Finds the name that goes with a value, as in {@code {"name":"Authorization","value":"…"}}. */
final class PairName {

    private static final int MOST_WORDS = 2;
    private static final int LONGEST_NAME = 60;

    private PairName() {}

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
        if (name != JsonTokens.NONE && tokens.type(name) == JsonTokens.OBJECT) { // as the entries of maps are told
            name = tokens.member(name, "description");
        }
        return name != JsonTokens.NONE && tokens.type(name) == JsonTokens.STRING
                ? Optional.of(tokens.text(name))
                : Optional.empty();
    }

    /** Return where the value proper is: what is told of an object may have other members. */
    static int plainValue(JsonTokens tokens, int value) {
        if (tokens.type(value) != JsonTokens.OBJECT) {
            return value;
        }
        int plain = tokens.member(value, "value");
        plain = plain == JsonTokens.NONE ? tokens.member(value, "description") : plain;
        return plain == JsonTokens.NONE ? value : plain;
    }

    /** Return what is logged right before a value, as in {@code console.log("token:", token)}; empty if that is no name. */
    static Optional<String> before(JsonTokens tokens, int value) {
        int object = tokens.parent(value);
        int list = object == JsonTokens.NONE ? JsonTokens.NONE : tokens.parent(object);
        if (list == JsonTokens.NONE || !tokens.is(tokens.key(list), "args") || object == list + 1) {
            return Optional.empty();
        }
        int preceding = object - 1;
        while (tokens.parent(preceding) != list) {
            preceding = tokens.parent(preceding);
        }
        int name = tokens.type(preceding) == JsonTokens.OBJECT ? tokens.member(preceding, "value") : JsonTokens.NONE;
        if (name == JsonTokens.NONE || tokens.type(name) != JsonTokens.STRING) {
            return Optional.empty();
        }
        var text = tokens.text(name).strip();
        int end = text.length();
        while (end > 0 && ":=> ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        for (int words = 0; from > 0 && words < MOST_WORDS && end - from < LONGEST_NAME; from--) {
            words += text.charAt(from - 1) == ' ' ? 1 : 0;
        }
        return Optional.of(text.substring(from, end).strip());
    }
}
