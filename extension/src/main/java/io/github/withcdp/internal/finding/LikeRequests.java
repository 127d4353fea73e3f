package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares requests of scripts: two are alike if one may ask for what the other asked before, for something else. They come from one line
 * of one document, for one path, and differ in one value at most, of their query or of their body. Pages of a list are not alike: both are wanted.
 */
final class LikeRequests {

    private static final int LONGEST = 16 * 1024;
    private static final int SHOWN = 60;

    /** Which part of a whole is asked for, or what is to be done at all. */
    private static final Set<String> OF_ANOTHER_KIND = Set.of(
            "page",
            "p",
            "offset",
            "cursor",
            "after",
            "before",
            "skip",
            "start",
            "operationname",
            "method",
            "action",
            "type",
            "event");

    /** What keeps caches away, and is another one each time. */
    private static final String NO_CACHE = "_";

    /** What was read of requests, by their sequences: each is compared with many. */
    private final Map<Long, Map<String, String>> read = new HashMap<>();

    private final Map<Long, String> endpoints = new HashMap<>();

    boolean areAlike(Exchange one, Exchange other) {
        return one.session().equals(other.session())
                && one.documentUrl().equals(other.documentUrl())
                && one.method().equals(other.method())
                && one.initiator().line() == other.initiator().line()
                && one.initiator().url().equals(other.initiator().url())
                && endpoint(one).equals(endpoint(other))
                && difference(one, other).isPresent();
    }

    private String endpoint(Exchange exchange) {
        return endpoints.computeIfAbsent(
                exchange.sequence(), sequence -> Origins.of(exchange.url()) + Origins.path(exchange.url()));
    }

    /** Return whether two that are alike ask for the very same. */
    boolean areSame(Exchange one, Exchange other) {
        return difference(one, other).filter(String::isEmpty).isPresent();
    }

    /** Return the value of one of two that are alike in which it differs from the other: {@code range "year"}; empty if it does not. */
    String own(Exchange one, Exchange other) {
        return difference(one, other)
                .filter(name -> !name.isEmpty())
                .map(name -> SafeText.line(name, SHOWN) + " "
                        + SafeText.line(known(one).getOrDefault(name, ""), SHOWN))
                .orElse("");
    }

    /** Return the name of the value in which they differ, empty text if in none; empty if they differ in more, or are not comparable. */
    private Optional<String> difference(Exchange one, Exchange other) {
        var first = known(one);
        var second = known(other);
        if (!first.keySet().equals(second.keySet())) {
            return Optional.empty();
        }
        var different = first.keySet().stream()
                .filter(name -> !name.equals(NO_CACHE) && !Objects.equals(first.get(name), second.get(name)))
                .toList();
        if (different.isEmpty()) {
            return Optional.of("");
        }
        var name = different.get(0);
        return different.size() == 1 && !isOfAnotherKind(name, first.getOrDefault(name, ""))
                ? Optional.of(name)
                : Optional.empty();
    }

    private Map<String, String> known(Exchange exchange) {
        return read.computeIfAbsent(exchange.sequence(), sequence -> values(exchange));
    }

    /** GraphQL says in a text what is to be done. */
    private static boolean isOfAnotherKind(String name, String value) {
        return OF_ANOTHER_KIND.contains(name.toLowerCase(Locale.ROOT))
                || (name.equals("query") && value.contains("{"))
                || name.isEmpty();
    }

    /** Return the values of query and body by their names; a body that has none is the one without a name. */
    private static Map<String, String> values(Exchange exchange) {
        var values = new HashMap<String, String>();
        int query = exchange.url().indexOf('?');
        if (query >= 0) {
            addPairs(exchange.url().substring(query + 1).split("#", 2)[0], values);
        }
        if (exchange.request().hasBody()) {
            addBody(exchange, values);
        }
        return values;
    }

    private static void addBody(Exchange exchange, Map<String, String> values) {
        var text = exchange.request()
                .body()
                .map(Exchange.Body::text)
                .filter(body -> body.length() <= LONGEST)
                .orElse("request " + exchange.sequence()); // which is like no other
        var type = exchange.request().header("content-type").orElse("");
        if (type.contains("form-urlencoded")) {
            addPairs(text, values);
        } else if (text.stripLeading().startsWith("{")) {
            addMembers(text, values);
        } else {
            values.put("", text);
        }
    }

    private static void addMembers(String json, Map<String, String> values) {
        try {
            Json.read(json).properties().forEach(member -> values.put(member.getKey(), Json.text(member.getValue())));
        } catch (RuntimeException notJson) {
            values.put("", json);
        }
    }

    private static void addPairs(String pairs, Map<String, String> values) {
        for (var pair : pairs.split("&", 200)) {
            var parts = pair.split("=", 2);
            values.merge(parts[0], parts.length < 2 ? "" : parts[1], (one, other) -> one + "&" + other);
        }
    }
}
