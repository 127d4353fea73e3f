package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is wrong with a name or with params, in words. */
final class SchemaSentences {

    private static final int SHOWN = 60;
    private static final int NAMED = 12;

    private SchemaSentences() {}

    static String unknown(String method, Optional<String> meant) {
        return method + " does not exist." + didYouMean(meant) + since(meant);
    }

    static String otherKind(SchemaMethod other, Optional<String> meant) {
        var hint = meant.filter(name -> !name.equals(other.name())).map(name -> " Did you mean " + name + "?");
        return other.isEvent()
                ? other.name() + " is an event, which the browser sends: wait for it with await, or hear of it with on."
                        + hint.orElse("")
                : other.name() + " is a command, and no event." + hint.orElse("");
    }

    static String otherTarget(String event, String domain, String type) {
        return "%s cannot come in this session: it is with %s, which has no domain %s."
                .formatted(
                        event,
                        switch (type) {
                            case "browser" -> "the browser itself";
                            case "page", "iframe" -> "a page";
                            default -> "a worker (" + type + ")";
                        },
                        domain);
    }

    static String notEnabled(String event, String domain) {
        return "%s cannot come in this session: no command of its domain was sent here. Send %s.enable before, or have it sent to every session: @WithCDP(domains = {…, \"%s\"})."
                .formatted(event, domain, domain);
    }

    static String removed(String method, int last, Optional<String> meant) {
        return "%s was in the protocol up to Chrome %d, and is no longer.%s".formatted(method, last, didYouMean(meant));
    }

    static String unknownParam(String method, String path, String name, Map<String, SchemaMember> declaredMembers) {
        return "%s has no param \"%s\".%s%s"
                .formatted(
                        method,
                        path + cut(name),
                        didYouMean(
                                NearestName.of(name, declaredMembers.keySet()).map(SchemaSentences::quoted)),
                        declaredMembers.isEmpty() ? " It has none." : " There " + list(declaredMembers.keySet()) + ".");
    }

    static String missingParam(String method, String path, SchemaMember member, ProtocolSchema schema) {
        return "%s needs the param \"%s%s\" (%s)."
                .formatted(method, path, member.name(), kind(member.type(), schema.resolve(member.type())));
    }

    static String wrongType(String method, String path, SchemaType declared, SchemaType type, JsonNode value) {
        return "The param \"%s\" of %s is of type %s, but here is %s."
                .formatted(path, method, kind(declared, type), cut(Json.text(value)));
    }

    static String wrongValue(String method, String path, Collection<String> values, String value) {
        return "The param \"%s\" of %s is one of %s, but here is \"%s\".%s"
                .formatted(
                        path,
                        method,
                        values.stream().limit(NAMED).collect(Collectors.joining(", "))
                                + (values.size() > NAMED ? ", …" : ""),
                        cut(value),
                        didYouMean(NearestName.of(value, values).map(SchemaSentences::quoted)));
    }

    static String unknownPath(String event, String pointer, String so, String name, SchemaType type) {
        if (!type.kind().equals("object")) {
            return "%s has no \"%s\": \"%s\" is of type %s.".formatted(event, pointer, so, type.kind());
        }
        return "%s has no \"%s\".%s%s"
                .formatted(
                        event,
                        pointer,
                        didYouMean(NearestName.of(name, type.members().keySet()).map(near -> quoted(so + '/' + near))),
                        type.members().isEmpty()
                                ? " It has no params."
                                : " There " + list(type.members().keySet()) + ".");
    }

    static String deprecated(String method, Standing.Note note) {
        return (note.param().isEmpty() ? method : "The param %s of %s".formatted(quoted(note.param()), method))
                + " is deprecated"
                + (note.instead().isEmpty() ? "" : ": " + note.instead())
                + ".";
    }

    private static String kind(SchemaType declared, SchemaType type) {
        return declared.reference().isEmpty() ? declared.display() : type.display();
    }

    private static String list(Collection<String> names) {
        var shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return (names.size() == 1 ? "is " : "are ") + shown + (names.size() > NAMED ? ", …" : "");
    }

    private static String didYouMean(Optional<String> meant) {
        return meant.map(name -> " Did you mean " + name + "?").orElse("");
    }

    private static String since(Optional<String> meant) {
        return meant.map(name -> NameHistory.get().since(name))
                .filter(since -> since.isPresent())
                .map(since -> " It came with Chrome " + since.getAsInt() + " or a little earlier.")
                .orElse("");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String cut(String text) {
        return SafeText.line(text, SHOWN);
    }
}
