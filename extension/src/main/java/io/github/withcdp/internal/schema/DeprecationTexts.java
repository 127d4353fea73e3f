package io.github.withcdp.internal.schema;

import io.github.withcdp.internal.text.SafeText;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the protocol says about things that are going to be removed: what to use instead, as a rule. */
final class DeprecationTexts {

    private static final int LENGTH = 200;
    private static final Pattern DEPRECATED =
            Pattern.compile("(?i)\\bdeprecated\\b[\\s.,:-]*(?:please\\s+)?(.*)", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.)\\s+(?=[A-Z])");
    private static final Pattern TELLING =
            Pattern.compile("(?i)\\b(?:instead|replaced|no longer|removed|consider using)\\b");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]+[A-Z]\\w*");

    private DeprecationTexts() {}

    /** Return what is said of a command or event; empty if nothing is. */
    static String ofMethod(ProtocolSchema schema, SchemaMethod method) {
        if (!method.deprecated()) {
            return "";
        }
        var domain = schema.described(domain(method)).orElse(MissingNode.getInstance());
        var described = described(domain, method);
        return Stream.of(described, domain.path("deprecated").asBoolean(false) ? domain : MissingNode.getInstance())
                .map(one -> hint(one, method, schema))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElseGet(() -> redirect(described, method, schema));
    }

    /**
     * Return what is said of a param, or of a member of an object in it; empty if nothing is.
     *
     * @param type the name of the type that it is a member of; empty for a param
     */
    static String ofMember(ProtocolSchema schema, SchemaMethod method, String type, SchemaMember member) {
        if (!member.deprecated()) {
            return "";
        }
        var owner = type.isEmpty() ? domain(method) : type.substring(0, type.indexOf('.'));
        var domain = schema.described(owner).orElse(MissingNode.getInstance());
        var siblings = type.isEmpty()
                ? described(domain, method).path("parameters")
                : find(domain.path("types"), "id", type.substring(type.indexOf('.') + 1))
                        .path("properties");
        return hint(find(siblings, "name", member.name()), method, schema);
    }

    /** Return a text without what precedes the news, and with full names. */
    private static String hint(JsonNode described, SchemaMethod method, ProtocolSchema schema) {
        var text = described
                .path("description")
                .asString("")
                .replaceAll("\\s+", " ")
                .strip();
        var remainder = afterDeprecated(text)
                .or(() -> Stream.of(SENTENCE.split(text, -1))
                        .filter(sentence -> TELLING.matcher(sentence).find())
                        .findFirst())
                .orElse("");
        var named = NAME.matcher(remainder)
                .replaceAll(word -> schema.method(domain(method) + '.' + word.group())
                        .map(SchemaMethod::name)
                        .orElse(word.group()));
        return SafeText.line(decapitalised(named.replaceFirst("\\.$", "")), LENGTH);
    }

    private static Optional<String> afterDeprecated(String text) {
        var matcher = DEPRECATED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String decapitalised(String text) {
        return text.matches("[A-Z][a-z]* .*") ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static String redirect(JsonNode described, SchemaMethod method, ProtocolSchema schema) {
        var other = described.path("redirect").asString("")
                + method.name().substring(domain(method).length());
        return schema.method(other).map(there -> "use " + there.name()).orElse("");
    }

    private static JsonNode described(JsonNode domain, SchemaMethod method) {
        return find(
                domain.path(method.isEvent() ? "events" : "commands"),
                "name",
                method.name().substring(domain(method).length() + 1));
    }

    private static JsonNode find(JsonNode list, String key, String name) {
        return list.valueStream()
                .filter(one -> one.path(key).asString("").equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String domain(SchemaMethod method) {
        return method.name().substring(0, method.name().indexOf('.'));
    }
}
