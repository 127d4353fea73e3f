package io.github.withcdp.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.schema.SchemaMember;
import io.github.withcdp.internal.schema.SchemaMethod;
import io.github.withcdp.internal.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One message of each kind that the protocol knows, with all that there can be in it, down to some depth, though none like it ever was. */
public final class MadeUpMessages {

    private static final int DEEPEST = 4;

    private MadeUpMessages() {}

    /** Return the params of each event by its name. */
    public static Map<String, String> events() {
        return params(true);
    }

    /** Return the params of each command by its name. */
    public static Map<String, String> commands() {
        return params(false);
    }

    private static Map<String, String> params(boolean ofEvents) {
        Map<String, String> params = new LinkedHashMap<>();
        for (SchemaMethod method : ProtocolSchema.pinned().methods()) {
            if (method.isEvent() == ofEvents) {
                params.put(method.name(), new String(Json.write(members(method.params(), 0)), US_ASCII));
            }
        }
        return params;
    }

    private static Map<String, Object> members(Map<String, SchemaMember> members, int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (depth < DEEPEST || !member.optional()) {
                values.put(name, value(name, member.type(), depth));
            }
        });
        return values;
    }

    private static Object value(String name, SchemaType declared, int depth) {
        var type = ProtocolSchema.pinned().resolve(declared);
        return switch (type.kind()) {
            case "integer" -> 1;
            case "number" -> 1.5;
            case "boolean" -> true;
            case "array" ->
                depth < DEEPEST
                        ? List.of(
                                value(name, type.items().orElse(type), depth + 1),
                                value(name, type.items().orElse(type), depth + 1))
                        : List.of();
            case "object" -> members(type.members(), depth + 1);
            default -> type.values().stream().findFirst().orElseGet(() -> text(name));
        };
    }

    private static String text(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("url") || lower.endsWith("uri")
                ? "http://a.test/x?a=b"
                : lower.endsWith("id") ? "1" : lower.contains("origin") ? "http://a.test" : "text/plain";
    }
}
