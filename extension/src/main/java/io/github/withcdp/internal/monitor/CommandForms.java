package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.schema.SchemaMember;
import io.github.withcdp.internal.schema.SchemaMethod;
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
        var type = schema.resolve(param.type());
        var row = new LinkedHashMap<String, Object>();
        row.put("name", param.name());
        row.put("type", param.type().display());
        row.put("kind", type.kind());
        row.put("values", List.copyOf(type.values()));
        row.put("optional", param.optional());
        row.put("experimental", param.experimental());
        row.put("deprecated", param.deprecated());
        row.put(
                "description",
                texts.valueStream()
                        .filter(described -> described.path("name").asString("").equals(param.name()))
                        .findFirst()
                        .map(CommandForms::text)
                        .orElse(""));
        return row;
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
