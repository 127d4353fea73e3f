package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.ShownText;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Texts that are no params: for the conditions that params have, and beside the patterns that they should match. */
final class Texts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Texts() {}

    /** Return a text as the conditions about values take it; a missing node if there is none. */
    static JsonNode node(Optional<String> text) {
        return text.<JsonNode>map(JSON::stringNode).orElse(JSON.missingNode());
    }

    static JsonNode node(String text) {
        return JSON.stringNode(text);
    }

    static String shown(String text) {
        return '"' + ShownText.text(text, ShownText.VALUE) + '"';
    }

    /** Return a URL, or a pattern for one, quoted. */
    static String url(String url) {
        return '"' + ShownText.text(url, ShownText.URL) + '"';
    }

    /** Return how far a text is from a pattern: the less, the more of the pattern's words it has. */
    static double distance(String text, String glob) {
        var words = Stream.of(glob.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return 0.9;
        }
        long common = words.stream().filter(text::contains).count();
        return 0.9 - 0.7 * common / words.size();
    }
}
