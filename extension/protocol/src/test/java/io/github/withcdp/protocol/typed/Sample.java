package io.github.withcdp.protocol.typed;

import static io.github.withcdp.protocol.typed.Described.call;
import static io.github.withcdp.protocol.typed.Described.elements;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A value that fits a description: as it is given to commands in Java, and as it is in JSON. Made of the description alone, so that the classes
 * are compared with that and not with themselves.
 */
record Sample(Object java, Object json) {

    private static final int DEEP = 3;

    /**
     * Return one.
     *
     * @param owner the type, command or event that has the property
     */
    static Sample of(String domain, String owner, JsonNode property, int depth) {
        if (property.has("enum")) {
            var name = owner.isEmpty()
                    ? property.path("id").asString()
                    : Described.capital(owner)
                            + Described.capital(property.path("name").asString());
            return constant(domain, name, property);
        }
        if (property.has("$ref")) {
            var reference = property.path("$ref").asString();
            var name = reference.contains(".") ? reference : domain + "." + reference;
            var home = name.substring(0, name.indexOf('.'));
            var type = Described.type(name);
            return type.has("properties") ? object(home, type, depth + 1) : of(home, "", type, depth);
        }
        return switch (property.path("type").asString()) {
            case "string" ->
                property.path("description").asString("").contains("base64 string when passed")
                        ? new Sample(new byte[] {1, 2, -3}, Base64.getEncoder().encodeToString(new byte[] {1, 2, -3}))
                        : new Sample("ä text", "ä text");
            case "integer" -> new Sample(7, 7);
            case "number" -> depth % 2 == 0 ? new Sample(3.0, 3) : new Sample(-1.25, -1.25);
            case "boolean" -> new Sample(true, true);
            case "array" -> {
                var element = of(domain, "", property.path("items"), depth);
                yield new Sample(List.of(element.java), List.of(element.json));
            }
            default -> new Sample(Map.of("any", List.of(1, "x")), Map.of("any", List.of(1, "x")));
        };
    }

    private static Sample constant(String domain, String name, JsonNode property) {
        var text = property.path("enum").path(0).asString();
        var type = Described.within(domain, name);
        return new Sample(call(Described.method(type, "of", 1), null, text), text);
    }

    private static Sample object(String domain, JsonNode type, int depth) {
        var owner = type.path("id").asString();
        Map<String, Object> json = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        var properties = elements(type.path("properties")).toList();
        for (var property : properties) {
            if (!Described.isOptional(property)) {
                required.add(add(json, domain, owner, property, depth));
            }
        }
        var javaType = Described.within(domain, owner);
        var object = call(Described.method(javaType, "of", required.size()), null, required.toArray());
        for (var property : properties) {
            if (Described.isOptional(property) && depth < DEEP) {
                var value = add(json, domain, owner, property, depth);
                object = call(Described.method(javaType, property.path("name").asString(), 1), object, value);
            }
        }
        return new Sample(object, json);
    }

    private static Object add(Map<String, Object> json, String domain, String owner, JsonNode property, int depth) {
        var sample = of(domain, owner, property, depth);
        json.put(property.path("name").asString(), sample.json);
        return sample.java;
    }

    /** Return JSON for something that is only read: all that it has, down to some depth. */
    static Object read(String domain, JsonNode property, int depth) {
        if (property.has("$ref")) {
            var reference = property.path("$ref").asString();
            var name = reference.contains(".") ? reference : domain + "." + reference;
            var home = name.substring(0, name.indexOf('.'));
            var type = Described.type(name);
            return type.has("properties")
                    ? object(home, elements(type.path("properties")).toList(), depth + 1)
                    : read(home, type, depth);
        }
        if (property.has("enum")) {
            return property.path("enum").path(0).asString();
        }
        return switch (property.path("type").asString()) {
            case "string" -> "AQID";
            case "integer" -> 7;
            case "number" -> 1.5;
            case "boolean" -> true;
            case "array" -> depth > DEEP ? List.of() : List.of(read(domain, property.path("items"), depth));
            default -> Map.of("any", 1);
        };
    }

    /** Return an object with these properties, those that may be left out only down to some depth. */
    static Map<String, Object> object(String domain, List<JsonNode> properties, int depth) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (var property : properties) {
            if (depth < DEEP || !Described.isOptional(property)) {
                json.put(property.path("name").asString(), read(domain, property, depth));
            }
        }
        return json;
    }
}
