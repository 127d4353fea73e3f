package io.github.withcdp.internal.script;

import io.github.withcdp.internal.json.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Chrome's console shows of a value: a {@code Runtime.RemoteObject}. */
final class RemoteValue {

    private static final int FUNCTION = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern KEYWORD = Pattern.compile("^(async )?function ?(\\*?) ?");

    private RemoteValue() {}

    /** Return the text of a value that stands for itself: a string without quotes, an object as its preview. */
    static String text(JsonNode value) {
        var description = value.path("description").asString("");
        return switch (value.path("type").asString("")) {
            case "string" -> value.path("value").asString("");
            case "undefined" -> "undefined";
            case "number", "bigint" -> number(value, description);
            case "function" -> function(description);
            case "object" -> object(value, description);
            default -> description.isEmpty() ? plain(value.path("value")) : description;
        };
    }

    private static String number(JsonNode value, String description) {
        var special = value.path("unserializableValue").asString("");
        if (!special.isEmpty()) {
            return special;
        }
        return description.isEmpty() ? plain(value.path("value")) : description;
    }

    private static String plain(JsonNode value) {
        return value.isMissingNode() ? "" : value.isString() ? value.asString("") : Json.text(value);
    }

    /** A function is described by its whole source, of which the beginning is shown, with a sign in place of the keyword. */
    private static String function(String source) {
        var line = SPACE.matcher(beginning(source, 2 * FUNCTION)).replaceAll(" ");
        var keyword = KEYWORD.matcher(line);
        if (keyword.find()) {
            var async = keyword.group(1) == null ? "" : "async ";
            return beginning(async + "ƒ" + keyword.group(2) + " " + line.substring(keyword.end()), FUNCTION);
        }
        boolean named = line.startsWith("class") || line.contains("=>");
        return beginning(named ? line : "ƒ " + line, FUNCTION);
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    private static String object(JsonNode value, String description) {
        var preview = value.path("preview");
        return switch (value.path("subtype").asString("")) {
            case "null" -> "null";
            case "error" -> description + ErrorCauses.toldBy(preview);
            case "regexp", "date", "node" -> description;
            default ->
                preview.isObject()
                        ? ObjectPreview.text(preview)
                        : description.isEmpty() ? plain(value.path("value")) : description;
        };
    }
}
