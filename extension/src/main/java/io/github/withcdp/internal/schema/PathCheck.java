package io.github.withcdp.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows a JSON Pointer through the type of an event or command. */
final class PathCheck {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]*");

    private PathCheck() {}

    static Optional<Mistake> mistake(SchemaMethod method, String pointer, ProtocolSchema schema) {
        if (!pointer.startsWith("/")) {
            return Optional.empty();
        }
        var type = new SchemaType("object", "", Optional.empty(), Set.of(), method.params());
        boolean isEmptyClosed = method.params().isEmpty();
        var so = new StringBuilder();
        for (var token : pointer.substring(1).split("/", -1)) {
            var name = token.replace("~1", "/").replace("~0", "~");
            var next = next(type, name, isEmptyClosed);
            if (next.isEmpty()) {
                return Optional.of(new Mistake(
                        method.name() + '.' + pointer.substring(1).replace('/', '.'),
                        SchemaSentences.unknownPath(method.name(), pointer, so.toString(), name, type),
                        true));
            }
            type = schema.resolve(next.get());
            isEmptyClosed = false;
            so.append('/').append(token);
        }
        return Optional.empty();
    }

    private static Optional<SchemaType> next(SchemaType type, String name, boolean isEmptyClosed) {
        return switch (type.kind()) {
            case "object" -> member(type.members(), name, isEmptyClosed);
            case "array" ->
                INDEX.matcher(name).matches() ? Optional.of(type.items().orElse(SchemaType.ANY)) : Optional.empty();
            case "any" -> Optional.of(SchemaType.ANY);
            default -> Optional.empty();
        };
    }

    private static Optional<SchemaType> member(Map<String, SchemaMember> members, String name, boolean isEmptyClosed) {
        if (members.isEmpty() && !isEmptyClosed) {
            return Optional.of(SchemaType.ANY); // as Network.Headers
        }
        return Optional.ofNullable(members.get(name)).map(SchemaMember::type);
    }
}
