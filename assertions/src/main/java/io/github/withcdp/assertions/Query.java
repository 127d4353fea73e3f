package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.Shown;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A parameter in the query of a URL.
 *
 * @param name decoded
 * @param value decoded; empty if there is none
 */
record Query(String name, String value) {

    private static final int NAMES = 300;

    /** Return all parameters of a URL, as servers read them: {@code +} is a space, and {@code %C3%A9} is é. */
    static List<Query> of(String url) {
        int hash = url.indexOf('#');
        var withoutFragment = hash < 0 ? url : url.substring(0, hash);
        int mark = withoutFragment.indexOf('?');
        return mark < 0
                ? List.of()
                : Stream.of(withoutFragment.substring(mark + 1).split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(Query::pair)
                        .toList();
    }

    private static Query pair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Query(decoded(pair), "")
                : new Query(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text; // as it was sent, so that a message shows it
        }
    }

    /** Return the values that a parameter has in a URL, of which there may be several. */
    static List<JsonNode> values(String url, String name) {
        return of(url).stream()
                .filter(param -> param.name.equals(name))
                .map(param -> Texts.node(param.value))
                .toList();
    }

    /** Return what a URL has of a name, for "but …". */
    static String found(String url, String name) {
        var all = of(url);
        var values = all.stream()
                .filter(param -> param.name.equals(name))
                .map(param -> Texts.shown(param.value))
                .toList();
        if (!values.isEmpty()) {
            return "it has %s: %s".formatted(name, String.join(" and ", values));
        }
        var names = all.stream().map(Query::name).distinct().toList();
        return names.isEmpty()
                ? "it has no query"
                : "it has none of this name; those that it has: " + Shown.text(String.join(", ", names), NAMES);
    }
}
