package io.github.withcdp.internal.schema;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares the params of one command with what the schema says of them. What the schema leaves open is not looked at. */
final class ParamsCheck {

    /** So many mistakes are told of one command. */
    private static final int MOST = 5;

    private final ProtocolSchema schema;
    private final String method;
    private final boolean certain;
    private final List<Mistake> mistakes;

    ParamsCheck(ProtocolSchema schema, String method, boolean certain, List<Mistake> mistakes) {
        this.schema = schema;
        this.method = method;
        this.certain = certain;
        this.mistakes = mistakes;
    }

    /**
     * Look at an object.
     *
     * @param path where it stands: {@code clip.}, empty for the params themselves
     * @param declaredMembers what it can have
     * @param json the object, or a missing node for one without members
     */
    void members(String path, Map<String, SchemaMember> declaredMembers, JsonNode json) {
        for (var member : json.properties()) {
            var expected = declaredMembers.get(member.getKey());
            if (expected == null) {
                add(
                        path + member.getKey(),
                        SchemaSentences.unknownParam(method, path, member.getKey(), declaredMembers));
            } else {
                value(path + member.getKey(), expected.type(), member.getValue());
            }
        }
        for (var member : declaredMembers.values()) {
            if (!member.optional() && !json.has(member.name())) {
                add(path + member.name(), SchemaSentences.missingParam(method, path, member, schema));
            }
        }
    }

    private void value(String path, SchemaType declared, JsonNode json) {
        var type = schema.resolve(declared);
        if (json.isNull() && !type.kind().equals("any")) {
            return; // how an optional one is left out by many; Chrome says what it thinks of it
        }
        if (!fits(type.kind(), json)) {
            add(path, SchemaSentences.wrongType(method, path, declared, type, json));
        } else if (!type.values().isEmpty() && !type.values().contains(json.asString(""))) {
            add(path, SchemaSentences.wrongValue(method, path, type.values(), json.asString("")));
        } else if (!type.members().isEmpty()) {
            members(path + '.', type.members(), json);
        } else if (type.items().isPresent()) {
            int index = 0;
            for (var item : json) {
                value(path + '[' + index++ + ']', type.items().get(), item);
            }
        }
    }

    private static boolean fits(String kind, JsonNode json) {
        return switch (kind) {
            case "string", "binary" -> json.isString();
            case "boolean" -> json.isBoolean();
            case "integer" -> json.isIntegralNumber() || (json.isNumber() && json.doubleValue() % 1 == 0);
            case "number" -> json.isNumber();
            case "array" -> json.isArray();
            case "object" -> json.isObject();
            default -> true;
        };
    }

    private void add(String path, String sentence) {
        if (mistakes.size() < MOST) {
            mistakes.add(new Mistake(method + '.' + path, sentence, certain));
        }
    }
}
