package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.match.ValueMatcher;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the value of a param should be, for {@link EventConditions#param(String, Object)}. It says in words what it demands.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ValueCondition extends Condition<JsonNode> {

    private final ValueMatcher matcher;

    ValueCondition(ValueMatcher matcher) {
        super(new TextDescription("%s", matcher.words()));
        this.matcher = matcher;
    }

    /**
     * Return the condition that a value is equal to another one, or meets the condition that was given instead.
     *
     * @throws IllegalArgumentException if there is no such value in JSON
     */
    static ValueCondition of(@Nullable Object expected) {
        return expected instanceof ValueCondition condition
                ? condition
                : new ValueCondition(JsonValues.equalTo(expected));
    }

    @Override
    public boolean matches(JsonNode value) {
        return matcher.matches(value);
    }

    /** Return a condition that is met if this one and another are. */
    public ValueCondition and(ValueCondition other) {
        return new ValueCondition(matcher.and(other.matcher));
    }

    /** Return a condition that is met if this one or another is. */
    public ValueCondition or(ValueCondition other) {
        return new ValueCondition(matcher.or(other.matcher));
    }

    /** Return a condition that is met if this one is not. */
    public ValueCondition negate() {
        return new ValueCondition(matcher.negate());
    }

    ValueMatcher matcher() {
        return matcher;
    }

    String words() {
        return matcher.words();
    }

    /** Return a value as a message shows it beside what is demanded. */
    String shown(JsonNode value) {
        return matcher.shown(value);
    }

    /** Return how far a value is from what is demanded. */
    double distance(JsonNode value) {
        return matcher.distance(value);
    }
}
