package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.ShownText;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares what tests write, Java values, with what the protocol has, JSON. Numbers are equal if they are as much: 404 and 404.0. */
final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> sameLeaf(one, other) ? 0 : 1;

    private JsonValues() {}

    /**
     * Return the condition that a value is equal to another one, or meets the condition that was given instead.
     *
     * @throws IllegalArgumentException if there is no such value in JSON
     */
    static ValueCondition expected(@Nullable Object expected) {
        if (expected instanceof ValueCondition condition) {
            return condition;
        }
        JsonNode node = json(expected);
        return new ValueCondition(ShownText.value(node), actual -> same(actual, node));
    }

    private static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof JsonNode node) {
            if (node.isMissingNode()) {
                throw new IllegalArgumentException(
                        "A missing node is not a value that a param could have: write not(param(pointer)) if there should be none");
            }
            return node;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return JSON.stringNode(value.toString());
        }
        if (value instanceof Boolean bool) {
            return JSON.booleanNode(bool);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? JSON.numberNode(new BigDecimal(value.toString()))
                    : JSON.numberNode(number);
        }
        if (value instanceof Number) {
            return JSON.numberNode(new BigDecimal(value.toString()));
        }
        throw new IllegalArgumentException(
                "A %s cannot be compared with JSON: give a number, a text, a boolean, null, a JsonNode or a condition like matching(glob), or say it with paramSatisfying(pointer, value -> …)"
                        .formatted(value.getClass().getName()));
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    private static boolean sameLeaf(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            if (isFinite(one) && isFinite(other)) {
                return one.decimalValue().compareTo(other.decimalValue()) == 0;
            }
            return Double.compare(one.doubleValue(), other.doubleValue()) == 0;
        }
        return one.equals(other);
    }

    private static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || number.isBigDecimal() || Double.isFinite(number.doubleValue());
    }

    /** Return an actual value as a message shows it beside what was expected. */
    static String shown(JsonNode actual, ValueCondition expected) {
        var shown = ShownText.value(actual);
        if (!expected.matches(actual) && shown.equals(expected.words())) {
            return shown + " (what differs has been cut out)";
        }
        return shown;
    }

    /** Return how far a value is from the words that demand another one: 1 if it is not there, less the more they have in common. */
    static double distance(JsonNode actual, String expected) {
        if (actual.isMissingNode()) {
            return 1;
        }
        var shown = ShownText.value(actual);
        int longest = Math.max(1, Math.max(shown.length(), expected.length()));
        int shortest = Math.min(shown.length(), expected.length());
        int head = 0;
        while (head < shortest && shown.charAt(head) == expected.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head
                && shown.charAt(shown.length() - 1 - tail) == expected.charAt(expected.length() - 1 - tail)) {
            tail++;
        }
        return 0.9 - 0.8 * (head + tail) / longest;
    }
}
