package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;
import tools.jackson.databind.JsonNode;

/**
 * What the value of a param should be, for {@link EventConditions#param(String, Object)}. It says in words what it demands.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ValueCondition extends Condition<JsonNode> {

    private final Predicate<JsonNode> predicate;
    private final Function<JsonNode, List<String>> reasons;
    private final String words;

    ValueCondition(String words, Predicate<JsonNode> predicate) {
        this(words, predicate, value -> List.of());
    }

    /**
     * Create a condition.
     *
     * @param reasons why a value does not meet it, where the words do not say that
     */
    ValueCondition(String words, Predicate<JsonNode> predicate, Function<JsonNode, List<String>> reasons) {
        super(new TextDescription("%s", words));
        this.words = words;
        this.predicate = predicate;
        this.reasons = reasons;
    }

    @Override
    public boolean matches(JsonNode value) {
        return predicate.test(value);
    }

    /** Return a condition that is met if this one and another are. */
    public ValueCondition and(ValueCondition other) {
        return new ValueCondition(
                "(%s and %s)".formatted(words, other.words),
                value -> matches(value) && other.matches(value),
                value -> reasons(value, other));
    }

    /** Return a condition that is met if this one or another is. */
    public ValueCondition or(ValueCondition other) {
        return new ValueCondition(
                "(%s or %s)".formatted(words, other.words),
                value -> matches(value) || other.matches(value),
                value -> reasons(value, other));
    }

    /** Return a condition that is met if this one is not. */
    public ValueCondition negate() {
        return new ValueCondition("not " + words, value -> !matches(value));
    }

    /** Return how a value fares. */
    CheckResult check(String what, JsonNode value) {
        boolean met = matches(value);
        return new CheckResult(
                what,
                words,
                JsonValues.shown(value, this),
                met,
                met ? 0 : JsonValues.distance(value, words),
                met ? List.of() : reasons.apply(value));
    }

    private List<String> reasons(JsonNode value, ValueCondition other) {
        return Stream.concat(reasons.apply(value).stream(), other.reasons.apply(value).stream())
                .toList();
    }

    String words() {
        return words;
    }
}
