package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a value is compared with.
 *
 * @param words what is demanded
 * @param reasons why a value does not meet it, where the words do not say that
 */
public record ValueMatcher(String words, Predicate<JsonNode> predicate, Function<JsonNode, List<String>> reasons) {

    public ValueMatcher(String words, Predicate<JsonNode> predicate) {
        this(words, predicate, value -> List.of());
    }

    public boolean matches(JsonNode value) {
        return predicate.test(value);
    }

    public ValueMatcher and(ValueMatcher other) {
        return new ValueMatcher(
                "(%s and %s)".formatted(words, other.words),
                value -> matches(value) && other.matches(value),
                value -> reasons(value, other));
    }

    public ValueMatcher or(ValueMatcher other) {
        return new ValueMatcher(
                "(%s or %s)".formatted(words, other.words),
                value -> matches(value) || other.matches(value),
                value -> reasons(value, other));
    }

    public ValueMatcher negate() {
        return new ValueMatcher("not " + words, value -> !matches(value));
    }

    private List<String> reasons(JsonNode value, ValueMatcher other) {
        return Stream.concat(reasons.apply(value).stream(), other.reasons.apply(value).stream())
                .toList();
    }

    /** Return how a value fares. */
    public CheckResult check(String what, JsonNode value) {
        boolean met = matches(value);
        return new CheckResult(
                what, words, shown(value), met, met ? 0 : distance(value), met ? List.of() : reasons.apply(value));
    }

    /** Return a value as a message shows it beside what was expected. */
    public String shown(JsonNode value) {
        var shown = ShownText.value(value);
        return !matches(value) && shown.equals(words) ? shown + " (what differs has been cut out)" : shown;
    }

    /** Return how far a value is from what is demanded. */
    public double distance(JsonNode value) {
        return MatchDistance.ofValue(value, words);
    }
}
