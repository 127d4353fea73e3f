package io.github.withcdp.protocol.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A domain of the protocol, as Chrome's description has it. */
record Domain(String name, Remarks remarks, List<ObjectType> types, List<Method> commands, List<Method> events) {

    /** What the protocol says of something. */
    record Remarks(String description, boolean experimental, boolean deprecated) {

        static Remarks of(JsonNode json) {
            return new Remarks(
                    json.path("description").asString(""),
                    json.path("experimental").asBoolean(false),
                    json.path("deprecated").asBoolean(false));
        }
    }

    /** A type with a name: an object, an enum, or another name for something. */
    record ObjectType(String id, Remarks remarks, Value value, List<Property> properties) {

        boolean isObject() {
            return !properties.isEmpty();
        }

        boolean isEnum() {
            return !value.constants().isEmpty();
        }

        static ObjectType of(JsonNode json) {
            return new ObjectType(
                    json.path("id").asString(),
                    Remarks.of(json),
                    Value.of(json),
                    list(json.path("properties"), Property::of));
        }
    }

    /** A command with its params and its result, or an event with its params. */
    record Method(String name, Remarks remarks, String redirect, List<Property> parameters, List<Property> results) {

        static Method of(JsonNode json) {
            return new Method(
                    json.path("name").asString(),
                    Remarks.of(json),
                    json.path("redirect").asString(""),
                    list(json.path("parameters"), Property::of),
                    list(json.path("returns"), Property::of));
        }

        List<Property> required() {
            return Property.required(parameters);
        }

        List<Property> optional() {
            return Property.optional(parameters);
        }
    }

    /** A param, a result, a field of an object. */
    record Property(String name, Remarks remarks, Value value, boolean isOptional) {

        static Property of(JsonNode json) {
            return new Property(
                    json.path("name").asString(),
                    Remarks.of(json),
                    Value.of(json),
                    json.path("optional").asBoolean(false));
        }

        static List<Property> required(List<Property> all) {
            return all.stream().filter(property -> !property.isOptional).toList();
        }

        static List<Property> optional(List<Property> all) {
            return all.stream().filter(Property::isOptional).toList();
        }
    }

    /**
     * What a value is: of a type with a name, a list of others, one of some texts, or plain.
     *
     * @param kind a kind of JSON, {@code any}, {@code binary}, or {@code ref} for a type with a name
     */
    record Value(String kind, String reference, List<String> constants, Optional<Value> items) {

        /** JSON has no bytes; this is how Chrome's description says what its source calls binary. */
        private static final String BASE64 = "Encoded as a base64 string when passed over JSON";

        static Value of(JsonNode json) {
            var reference = json.path("$ref").asString("");
            var kind = json.path("description").asString("").contains(BASE64)
                    ? "binary"
                    : json.path("type").asString("any");
            return new Value(
                    reference.isEmpty() ? kind : "ref",
                    reference,
                    list(json.path("enum"), JsonNode::asString),
                    json.has("items") ? Optional.of(of(json.path("items"))) : Optional.empty());
        }
    }

    static Domain of(JsonNode json) {
        return new Domain(
                json.path("domain").asString(),
                Remarks.of(json),
                list(json.path("types"), ObjectType::of),
                list(json.path("commands"), Method::of),
                list(json.path("events"), Method::of));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(element.apply(each)));
        return List.copyOf(all);
    }
}
