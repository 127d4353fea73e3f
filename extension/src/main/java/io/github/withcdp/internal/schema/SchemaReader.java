package io.github.withcdp.internal.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes a domain of its description, in the form of {@code /json/protocol}. What is missing there means the least. */
final class SchemaReader {

    private final String domain;
    private final boolean experimental;
    private final boolean deprecated;

    private SchemaReader(JsonNode described) {
        domain = described.path("domain").asString("");
        experimental = is(described, "experimental");
        deprecated = is(described, "deprecated");
    }

    static SchemaDomain read(JsonNode described) {
        var reader = new SchemaReader(described);
        Map<String, SchemaMethod> methods = new LinkedHashMap<>();
        described.path("commands").forEach(command -> reader.add(methods, command, false));
        described.path("events").forEach(event -> reader.add(methods, event, true));
        Map<String, SchemaType> types = new LinkedHashMap<>();
        described.path("types").forEach(type -> types.put(text(type, "id"), reader.type(type)));
        return new SchemaDomain(
                reader.domain, Collections.unmodifiableMap(methods), Collections.unmodifiableMap(types));
    }

    private void add(Map<String, SchemaMethod> methods, JsonNode method, boolean isEvent) {
        var name = text(method, "name");
        methods.put(
                name,
                new SchemaMethod(
                        domain + '.' + name,
                        isEvent,
                        members(method.path("parameters")),
                        experimental || is(method, "experimental"),
                        deprecated || is(method, "deprecated")));
    }

    private Map<String, SchemaMember> members(JsonNode list) {
        Map<String, SchemaMember> members = new LinkedHashMap<>();
        for (var member : list) {
            var name = text(member, "name");
            members.put(
                    name,
                    new SchemaMember(
                            name,
                            type(member),
                            is(member, "optional"),
                            is(member, "experimental"),
                            is(member, "deprecated")));
        }
        return Collections.unmodifiableMap(members);
    }

    private SchemaType type(JsonNode described) {
        var reference = text(described, "$ref");
        if (!reference.isEmpty()) {
            var full = reference.indexOf('.') < 0 ? domain + '.' + reference : reference;
            return new SchemaType("", full, Optional.empty(), Set.of(), Map.of());
        }
        Set<String> values = new LinkedHashSet<>();
        described.path("enum").forEach(value -> values.add(value.asString("")));
        var items = described.path("items");
        return new SchemaType(
                described.path("type").asString(SchemaType.ANY.kind()),
                "",
                items.isObject() ? Optional.of(type(items)) : Optional.empty(),
                Collections.unmodifiableSet(values),
                members(described.path("properties")));
    }

    private static String text(JsonNode described, String member) {
        return described.path(member).asString("");
    }

    private static boolean is(JsonNode described, String member) {
        return described.path(member).asBoolean(false);
    }
}
