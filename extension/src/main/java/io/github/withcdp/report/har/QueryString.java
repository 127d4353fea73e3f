package io.github.withcdp.report.har;

import de.sstoehr.harreader.model.HarQueryParam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes queries and forms apart. */
final class QueryString {

    private static final int PAIRS = 10_000;

    /** A name and its value, decoded where they can be. */
    record Pair(String name, String value) {}

    private QueryString() {}

    /** Return the parameters of a URL, of which nothing but the question mark has to be in order. */
    static List<HarQueryParam> of(String url) {
        int fragment = url.indexOf('#');
        var whole = fragment < 0 ? url : url.substring(0, fragment);
        int question = whole.indexOf('?');
        return question < 0 || url.startsWith("data:")
                ? List.of()
                : pairs(whole.substring(question + 1))
                        .map(pair -> new HarQueryParam(pair.name(), pair.value(), null, Map.of()))
                        .toList();
    }

    static Stream<Pair> pairs(String query) {
        return Arrays.stream(query.split("&", PAIRS))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return equals < 0
                            ? new Pair(decoded(pair), "")
                            : new Pair(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                });
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
