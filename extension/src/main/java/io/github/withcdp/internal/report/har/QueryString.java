package io.github.withcdp.internal.report.har;

import java.net.URLDecoder;
import java.nio.charset.Charset;
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
        return question < 0 || url.startsWith("data:")
                ? List.of()
                : pairs(whole.substring(question + 1), StandardCharsets.UTF_8);
    }

    /** Return names and their values, decoded where they can be. */
    static List<Map<String, Object>> pairs(String query, Charset charset) {
        return Arrays.stream(query.split("&", PAIRS))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair(pair, charset))
                .toList();
    }

    private static Map<String, Object> pair(String text, Charset charset) {
        int equals = text.indexOf('=');
        var pair = equals < 0
                ? HarObject.pair(decoded(text, charset), "")
                : HarObject.pair(
                        decoded(text.substring(0, equals), charset), decoded(text.substring(equals + 1), charset));
        return pair.map();
    }

    /** What is in another charset stays as it was written. */
    private static String decoded(String text, Charset charset) {
        try {
            var decoded = URLDecoder.decode(text, charset);
            return decoded.indexOf('\ufffd') < 0 ? decoded : text;
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
