package io.github.withcdp.report.har;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Takes queries and forms apart. */
final class QueryString {

    private static final int PAIRS = 10_000;

    private QueryString() {}

    /** Return the parameters of a URL, of which nothing but the question mark has to be in order. */
    static List<Map<String, Object>> of(String url) {
        int fragment = url.indexOf('#');
        var whole = fragment < 0 ? url : url.substring(0, fragment);
        int question = whole.indexOf('?');
        return question < 0 || url.startsWith("data:") ? List.of() : pairs(whole.substring(question + 1));
    }

    /** Return names and their values, decoded where they can be. */
    static List<Map<String, Object>> pairs(String query) {
        return Arrays.stream(query.split("&", PAIRS))
                .filter(pair -> !pair.isEmpty())
                .map(QueryString::pair)
                .toList();
    }

    private static Map<String, Object> pair(String text) {
        int equals = text.indexOf('=');
        var pair = equals < 0
                ? Fields.pair(decoded(text), "")
                : Fields.pair(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
        return pair.map();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
