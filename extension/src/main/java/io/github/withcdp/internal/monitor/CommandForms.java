package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.schema.SchemaMember;
import io.github.withcdp.internal.schema.SchemaMethod;
import io.github.withcdp.internal.schema.SchemaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the protocol says about commands and events, as the page makes forms and explanations of it. */
final class CommandForms {

    /** Types may go in circles; what nests deeper is written as JSON. */
    private static final int DEEPEST = 8;

    /** How the description of a text says that it stands for bytes. */
    private static final String BYTES = "base64 string when passed";

    private final ProtocolSchema schema;

    CommandForms(ProtocolSchema schema) {
        this.schema = schema;
    }

    /** Return the names of all commands, with what is said about how long they will last. */
    List<Map<String, Object>> commands() {
        return schema.methods().stream()
                .filter(method -> !method.isEvent())
                .map(CommandForms::row)
                .toList();
    }

    private static Map<String, Object> row(SchemaMethod method) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", method.name());
        row.put("experimental", method.experimental());
        row.put("deprecated", method.deprecated());
        return row;
    }

    /** Return what a command or event consists of, with what is said about it; empty if there is none of the name. */
    Optional<Map<String, Object>> form(String name) {
        return schema.method(name).map(method -> {
            var texts = schema.describedMethods(Set.of(name)).getOrDefault(name, MissingNode.getInstance());
            var form = row(method);
            form.put("description", text(texts));
            var parameters = new ArrayList<Map<String, Object>>();
            method.params().values().forEach(param -> parameters.add(parameter(param, texts.path("parameters"))));
            form.put("parameters", parameters);
            form.put("returns", returns(texts.path("returns")));
            return form;
        });
    }

    private Map<String, Object> parameter(SchemaMember param, JsonNode texts) {
        var row = member(param, texts, DEEPEST);
        row.put("type", param.type().display());
        row.put("experimental", param.experimental());
        row.put("deprecated", param.deprecated());
        row.put("description", text(find(texts, "name", param.name())));
        return row;
    }

    private Map<String, Object> member(SchemaMember member, JsonNode texts, int deeper) {
        var row = shape(member.type(), deeper);
        if (text(find(texts, "name", member.name())).contains(BYTES)) {
            row.put("kind", "binary");
        }
        row.put("name", member.name());
        row.put("optional", member.optional());
        return row;
    }

    /** Return what a value consists of, of which the page makes Java; it has no more depth than values have. */
    private Map<String, Object> shape(SchemaType declared, int deeper) {
        var named = schema.nearest(declared);
        var type = schema.resolve(named);
        var row = new LinkedHashMap<String, Object>();
        row.put("kind", type.kind());
        row.put("typeName", named.reference());
        row.put("values", List.copyOf(type.values()));
        if (deeper > 0) {
            type.items().ifPresent(items -> row.put("items", shape(items, deeper - 1)));
            var texts = type.members().isEmpty() ? MissingNode.getInstance() : properties(named.reference());
            row.put(
                    "members",
                    type.members().values().stream()
                            .map(member -> member(member, texts, deeper - 1))
                            .toList());
        }
        return row;
    }

    private JsonNode properties(String type) {
        int dot = type.indexOf('.');
        return dot < 0
                ? MissingNode.getInstance()
                : find(
                                schema.described(type.substring(0, dot))
                                        .orElse(MissingNode.getInstance())
                                        .path("types"),
                                "id",
                                type.substring(dot + 1))
                        .path("properties");
    }

    private static JsonNode find(JsonNode list, String key, String name) {
        return list.valueStream()
                .filter(one -> one.path(key).asString("").equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<Map<String, Object>> returns(JsonNode described) {
        return described
                .valueStream()
                .map(one -> Map.<String, Object>of(
                        "name", one.path("name").asString(""),
                        "type", one.path("$ref").asString(one.path("type").asString("")),
                        "optional", one.path("optional").asBoolean(false),
                        "description", text(one)))
                .toList();
    }

    private static String text(JsonNode described) {
        return described.path("description").asString("");
    }
}
