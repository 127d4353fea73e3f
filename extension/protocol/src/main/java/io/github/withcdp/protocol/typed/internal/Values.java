package io.github.withcdp.protocol.typed.internal;

import io.github.withcdp.protocol.typed.OpenEnum;
import io.github.withcdp.protocol.typed.OptionsCommand;
import io.github.withcdp.protocol.typed.ProtocolObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes params of what commands are given: maps, lists, strings, booleans and numbers, which can be written without a mapper, whose first use takes
 * longer than a test.
 */
public final class Values {

    private static final double EXACT = 1L << 53;

    private Values() {}

    /** Return params of names and values that follow each other, in this order. */
    public static Map<String, Object> params(Object... namesAndValues) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = (String) namesAndValues[i];
            params.put(name, given(name, namesAndValues[i + 1]));
        }
        return Collections.unmodifiableMap(params);
    }

    /** Return the params of a command with one more. */
    public static Map<String, Object> with(OptionsCommand<?> command, String name, Object value) {
        var former = command.params();
        Map<String, Object> params = former == null ? new LinkedHashMap<>() : new LinkedHashMap<>(former);
        params.put(name, given(name, value));
        return Collections.unmodifiableMap(params);
    }

    /** Return an object of names and values that follow each other, in this order. */
    public static ObjectNode object(Object... namesAndValues) {
        return (ObjectNode) json(params(namesAndValues));
    }

    /** Return an object with one more field. */
    public static ObjectNode with(ProtocolObject object, String name, Object value) {
        var copy = JsonNodeFactory.instance.objectNode();
        object.json().forEachEntry(copy::set);
        return copy.set(name, json(given(name, value)));
    }

    private static Object given(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("\"%s\" must be given, but is null".formatted(name));
        }
        try {
            return plain(value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("\"%s\" %s".formatted(name, refused.getMessage()), refused);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof OpenEnum constant) {
            return constant.text();
        }
        if (value instanceof ProtocolObject object) {
            return plain(object.json());
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof JsonNode tree) {
            return plainTree(tree);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> all = new ArrayList<>(elements.size());
            elements.forEach(each -> all.add(plainOrNull(each)));
            return Collections.unmodifiableList(all);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, each) -> all.put(String.valueOf(key), plainOrNull(each)));
            return Collections.unmodifiableMap(all);
        }
        throw new IllegalArgumentException(
                "must be made of maps, lists, strings, booleans, numbers, JSON and types of the protocol, but there is a %s"
                        .formatted(value.getClass().getName()));
    }

    private static @Nullable Object plainOrNull(@Nullable Object value) {
        return value == null || (value instanceof JsonNode tree && tree.isNull()) ? null : plain(value);
    }

    /** Return a number as JavaScript writes it: a whole one without a fraction. */
    private static Object number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("must be a number that JSON has, but is " + value);
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) <= EXACT && !isNegativeZero(value);
        if (!isWhole) {
            return value;
        }
        long whole = (long) value;
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static Object plainTree(JsonNode tree) {
        if (tree.isObject()) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            tree.forEachEntry((name, each) -> all.put(name, plainOrNull(each)));
            return Collections.unmodifiableMap(all);
        }
        if (tree.isArray()) {
            List<@Nullable Object> all = new ArrayList<>(tree.size());
            tree.forEach(each -> all.add(plainOrNull(each)));
            return Collections.unmodifiableList(all);
        }
        if (tree.isBoolean()) {
            return tree.booleanValue();
        }
        if (tree.isString()) {
            return tree.stringValue();
        }
        if (tree.isInt() || tree.isLong()) {
            return tree.numberValue();
        }
        if (tree.isNumber()) {
            return number(tree.doubleValue());
        }
        throw new IllegalArgumentException("is nothing that JSON has: " + tree.getNodeType());
    }

    private static JsonNode json(@Nullable Object plain) {
        var factory = JsonNodeFactory.instance;
        if (plain instanceof Map<?, ?> map) {
            var object = factory.objectNode();
            map.forEach((name, value) -> object.set((String) name, json(value)));
            return object;
        }
        if (plain instanceof List<?> list) {
            var array = factory.arrayNode();
            list.forEach(each -> array.add(json(each)));
            return array;
        }
        if (plain instanceof String text) {
            return factory.stringNode(text);
        }
        if (plain instanceof Boolean truth) {
            return factory.booleanNode(truth);
        }
        if (plain instanceof Integer number) {
            return factory.numberNode(number.intValue());
        }
        if (plain instanceof Long number) {
            return factory.numberNode(number.longValue());
        }
        if (plain instanceof Double number) {
            return factory.numberNode(number.doubleValue());
        }
        return factory.nullNode();
    }
}
