package io.github.withcdp.protocol.typed.internal;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.typed.ProtocolObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads fields of what Chrome sent, at the moment in which somebody asks for them, and says what is wrong with one that cannot be read. */
public final class Fields {

    private static final int MOST_NAMES = 20;

    /** What is said of a value, before it is known which one it is. */
    private static final class WrongKind extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongKind(String wanted, String actual) {
            super("should be %s, but is %s".formatted(wanted, actual), null, false, false);
        }
    }

    private Fields() {}

    // --- Of an object

    /** Return a field that must be there. */
    public static <T> T required(ProtocolObject object, String name, Function<JsonNode, T> reader) {
        return read(object, name, present(object, name), reader);
    }

    /** Return a field that need not be there. */
    public static <T> Optional<T> optional(ProtocolObject object, String name, Function<JsonNode, T> reader) {
        var value = object.json().path(name);
        return isAbsent(value) ? Optional.empty() : Optional.of(read(object, name, value, reader));
    }

    public static String string(ProtocolObject object, String name) {
        return required(object, name, Fields::string);
    }

    public static Optional<String> optionalString(ProtocolObject object, String name) {
        return optional(object, name, Fields::string);
    }

    public static int integer(ProtocolObject object, String name) {
        return required(object, name, Fields::integer);
    }

    public static OptionalInt optionalInteger(ProtocolObject object, String name) {
        return optional(object, name, Fields::integer).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    public static double number(ProtocolObject object, String name) {
        return required(object, name, Fields::number);
    }

    public static OptionalDouble optionalNumber(ProtocolObject object, String name) {
        return optional(object, name, Fields::number).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    public static boolean truth(ProtocolObject object, String name) {
        return required(object, name, Fields::truth);
    }

    public static Optional<Boolean> optionalTruth(ProtocolObject object, String name) {
        return optional(object, name, Fields::truth);
    }

    // --- Of a value

    public static String string(JsonNode value) {
        if (!value.isString()) {
            throw wrong("a string", value);
        }
        return value.stringValue();
    }

    public static int integer(JsonNode value) {
        if (!value.isNumber() || value.doubleValue() != (int) value.doubleValue()) {
            throw new WrongKind("an int", value.isNumber() ? value.toString() : kind(value));
        }
        return (int) value.doubleValue();
    }

    public static double number(JsonNode value) {
        if (!value.isNumber()) {
            throw wrong("a number", value);
        }
        return value.doubleValue();
    }

    public static boolean truth(JsonNode value) {
        if (!value.isBoolean()) {
            throw wrong("a boolean", value);
        }
        return value.booleanValue();
    }

    public static byte[] bytes(JsonNode value) {
        try {
            return Base64.getDecoder().decode(string(value));
        } catch (IllegalArgumentException noBase64) {
            throw new WrongKind("base64", "something else");
        }
    }

    public static JsonNode json(JsonNode value) {
        return value;
    }

    /** Return what reads a constant. */
    public static <T> Function<JsonNode, T> constantOf(Function<String, T> constant) {
        return value -> constant.apply(string(value));
    }

    /** Return what reads a list. */
    public static <T> Function<JsonNode, List<T>> listOf(Function<JsonNode, T> element) {
        return value -> {
            if (!value.isArray()) {
                throw wrong("an array", value);
            }
            List<T> all = new ArrayList<>(value.size());
            value.forEach(each -> all.add(element.apply(each)));
            return List.copyOf(all);
        };
    }

    // --- What is wrong

    private static <T> T read(ProtocolObject object, String name, JsonNode value, Function<JsonNode, T> reader) {
        try {
            return reader.apply(value);
        } catch (WrongKind wrong) {
            throw new CDPException(
                    "\"%s\" of %s %s; json() has it as it came".formatted(name, nameOf(object), wrong.getMessage()));
        }
    }

    private static JsonNode present(ProtocolObject object, String name) {
        var value = object.json().path(name);
        if (isAbsent(value)) {
            var names = object.json().propertyNames().stream().limit(MOST_NAMES).toList();
            throw new CDPException(
                    "%s has no \"%s\", which it should have according to the protocol; it has %s, see json(). The browser may be of another version"
                            .formatted(nameOf(object), name, names.isEmpty() ? "nothing" : String.join(", ", names)));
        }
        return value;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static WrongKind wrong(String wanted, JsonNode value) {
        return new WrongKind(wanted, kind(value));
    }

    private static String kind(JsonNode value) {
        var kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return (kind.matches("[aeiou].*") ? "an " : "a ") + kind;
    }

    private static String nameOf(ProtocolObject object) {
        return object.getClass().getCanonicalName().replaceFirst("^[a-z.]+", "");
    }
}
