package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownText;
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
public record QueryParam(String name, String value) {

    private static final int NAMES = 300;

    /** Return all parameters of a URL, as servers read them: {@code +} is a space, and {@code %C3%A9} is é. */
    static List<QueryParam> of(String url) {
        int hash = url.indexOf('#');
        var withoutFragment = hash < 0 ? url : url.substring(0, hash);
        int mark = withoutFragment.indexOf('?');
        return mark < 0
                ? List.of()
                : Stream.of(withoutFragment.substring(mark + 1).split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(QueryParam::pair)
                        .toList();
    }

    private static QueryParam pair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new QueryParam(decoded(pair), "")
                : new QueryParam(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text; // as it was sent, so that a message shows it
        }
    }

    /** Return the values that a parameter has in a URL, of which there may be several. */
    public static List<JsonNode> values(String url, String name) {
        return of(url).stream()
                .filter(param -> param.name.equals(name))
                .map(param -> JsonValues.text(param.value))
                .toList();
    }

    /** Return what a URL has of a name, for "but …". */
    public static String found(String url, String name) {
        var all = of(url);
        var values = all.stream()
                .filter(param -> param.name.equals(name))
                .map(param -> ShownText.quoted(param.value))
                .toList();
        if (!values.isEmpty()) {
            return "it has %s: %s".formatted(name, String.join(" and ", values));
        }
        var names = all.stream().map(QueryParam::name).distinct().toList();
        return names.isEmpty()
                ? "it has no query"
                : "it has none of this name; those that it has: " + ShownText.text(String.join(", ", names), NAMES);
    }
}
