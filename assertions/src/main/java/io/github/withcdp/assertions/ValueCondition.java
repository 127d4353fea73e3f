package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.function.Predicate;
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
    private final String words;

    ValueCondition(String words, Predicate<JsonNode> predicate) {
        super(new TextDescription("%s", words));
        this.words = words;
        this.predicate = predicate;
    }

    @Override
    public boolean matches(JsonNode value) {
        return predicate.test(value);
    }

    /** Return a condition that is met if this one and another are. */
    public ValueCondition and(ValueCondition other) {
        return new ValueCondition(
                "(%s and %s)".formatted(words, other.words), value -> matches(value) && other.matches(value));
    }

    /** Return a condition that is met if this one or another is. */
    public ValueCondition or(ValueCondition other) {
        return new ValueCondition(
                "(%s or %s)".formatted(words, other.words), value -> matches(value) || other.matches(value));
    }

    /** Return a condition that is met if this one is not. */
    public ValueCondition negate() {
        return new ValueCondition("not " + words, value -> !matches(value));
    }

    String words() {
        return words;
    }
}
