package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Texts, lists and times as they are written into the header of {@code traffic.jsonl} and read from it. Nothing in a header is relied on,
 * because anybody may have written it: what is missing, or something else than it should be, is as if it was not known.
 */
final class HeaderJson {

    /** Characters that are kept of a text that somebody else wrote. */
    private static final int LONGEST = 256 * 1024;

    private static final int LONGEST_URL = 2000;
    private static final int MOST = 10_000;

    private HeaderJson() {}

    static <T> JsonNode list(List<T> values, Function<T, ? extends JsonNode> form) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.stream().limit(MOST).forEach(value -> array.add(form.apply(value)));
        return array;
    }

    static JsonNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> array.add(head(text)));
        return array;
    }

    static String url(String url) {
        return head(url, LONGEST_URL);
    }

    /** Return a text whose beginning is worth keeping. */
    static String head(String text) {
        return head(text, LONGEST);
    }

    private static String head(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var out = new StringBuilder(text.substring(0, longest));
        SafeText.appendLeftOut(out, text.length() - longest);
        return out.toString();
    }

    /** Return a text whose end is worth keeping. */
    static String tail(String text) {
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
    }

    static String text(JsonNode object, String name) {
        return text(object.path(name));
    }

    static String text(JsonNode value) {
        return value.isString() ? value.asString("") : "";
    }

    static List<String> readTexts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var each : array) {
            if (each.isString()) {
                texts.add(each.asString(""));
            }
        }
        return texts;
    }

    static <T> List<T> readList(JsonNode array, Function<JsonNode, T> form) {
        var all = new ArrayList<T>();
        array.forEach(each -> all.add(form.apply(each)));
        return all;
    }

    static Optional<Duration> readTime(JsonNode nanos) {
        return nanos.isIntegralNumber() && nanos.canConvertToLong()
                ? Optional.of(Duration.ofNanos(nanos.asLong(0)))
                : Optional.empty();
    }
}
