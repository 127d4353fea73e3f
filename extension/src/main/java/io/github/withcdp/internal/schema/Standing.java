package io.github.withcdp.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What of a command or event may change without notice, or is going to be removed. */
public final class Standing {

    /**
     * One thing that does not last.
     *
     * @param param its path in the params, {@code clip.scale}; empty for the command or event itself
     * @param deprecated whether it is going to be removed; otherwise it is experimental
     * @param instead what the protocol says about that, as a rule what replaces it; empty if it says nothing
     */
    record Note(String param, boolean deprecated, String instead) {

        private String words() {
            return (param.isEmpty() ? "" : "param " + param + " ")
                    + (deprecated ? "deprecated" : "experimental")
                    + (instead.isEmpty() ? "" : ": " + instead);
        }
    }

    private final ProtocolSchema schema;
    private final SchemaMethod method;
    private final List<Note> notes = new ArrayList<>();

    private Standing(ProtocolSchema schema, SchemaMethod method) {
        this.schema = schema;
        this.method = method;
    }

    /**
     * Return what does not last.
     *
     * @param params those that are given, an object; a missing node if they do not matter
     */
    static List<Note> of(ProtocolSchema schema, SchemaMethod method, JsonNode params) {
        var standing = new Standing(schema, method);
        if (method.deprecated() || method.experimental()) {
            standing.add("", method.deprecated(), DeprecationTexts.ofMethod(schema, method));
        }
        standing.members("", method.params(), "", params);
        return standing.notes;
    }

    /**
     * Return it in a few words, {@code experimental; param targetId deprecated}; empty if everything lasts, or nobody knows the name.
     *
     * @param params those that are given, an object; a missing node if they do not matter
     */
    public static String words(ProtocolSchema schema, String method, JsonNode params) {
        return schema.method(method)
                .map(described ->
                        of(schema, described, params).stream().map(Note::words).collect(Collectors.joining("; ")))
                .orElse("");
    }

    /**
     * Look at an object.
     *
     * @param type the name of its type, empty for the params themselves
     */
    private void members(String path, Map<String, SchemaMember> members, String type, JsonNode json) {
        for (var member : json.properties()) {
            var found = members.get(member.getKey());
            if (found == null) {
                continue;
            }
            var name = path + found.name();
            if (found.deprecated() || (found.experimental() && !method.experimental())) {
                add(name, found.deprecated(), DeprecationTexts.ofMember(schema, method, type, found));
            }
            value(name, found.type(), member.getValue());
        }
    }

    private void value(String path, SchemaType declared, JsonNode json) {
        var type = schema.resolve(declared);
        if (json.isObject()) {
            members(path + '.', type.members(), declared.reference(), json);
        } else if (json.isArray() && type.items().isPresent()) {
            int index = 0;
            for (var item : json) {
                value(path + '[' + index++ + ']', type.items().get(), item);
            }
        }
    }

    private void add(String param, boolean deprecated, String instead) {
        notes.add(new Note(param, deprecated, deprecated ? instead : ""));
    }
}
