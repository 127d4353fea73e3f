package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares what tests write, Java values, with what the protocol has, JSON. Numbers are equal if they are as much: 404 and 404.0. */
public final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> sameLeaf(one, other) ? 0 : 1;

    private JsonValues() {}

    /**
     * Return what is met by values that are equal to another one.
     *
     * @throws IllegalArgumentException if there is no such value in JSON
     */
    public static ValueMatcher equalTo(@Nullable Object expected) {
        JsonNode node = json(expected);
        return new ValueMatcher(ShownText.value(node), actual -> same(actual, node));
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
        if (value instanceof Map<?, ?> map) {
            var object = JSON.objectNode();
            map.forEach((name, each) -> object.set(String.valueOf(name), json(each)));
            return object;
        }
        if (value instanceof Collection<?> values) {
            var array = JSON.arrayNode();
            values.forEach(each -> array.add(json(each)));
            return array;
        }
        throw new IllegalArgumentException(
                "A %s cannot be compared with JSON: give a number, a text, a boolean, null, a JsonNode, a list or a map of these, or a condition like matching(glob), or say it with paramSatisfying(pointer, value -> …) or satisfies(value -> …)"
                        .formatted(value.getClass().getName()));
    }

    /** Return a map, JSON, a record or a bean as JSON; a missing node for nothing. */
    public static JsonNode ofBean(@Nullable Object bean) {
        return bean == null ? JSON.missingNode() : JsonMapper.shared().valueToTree(bean);
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    private static boolean sameLeaf(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            if (isFinite(one) != isFinite(other)) {
                return false;
            }
            return isFinite(one)
                    ? one.decimalValue().compareTo(other.decimalValue()) == 0
                    : Double.compare(one.doubleValue(), other.doubleValue()) == 0;
        }
        return one.equals(other);
    }

    private static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || number.isBigDecimal() || Double.isFinite(number.doubleValue());
    }

    /** Return a text as a value; a missing node if there is none. */
    public static JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(JSON::stringNode).orElse(JSON.missingNode());
    }

    public static JsonNode text(String text) {
        return JSON.stringNode(text);
    }

    public static JsonNode number(BigDecimal number) {
        return JSON.numberNode(number);
    }

    public static JsonNode bool(boolean bool) {
        return JSON.booleanNode(bool);
    }
}
