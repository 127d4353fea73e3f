package io.github.withcdp.report;

import tools.jackson.databind.JsonNode;

/** What JavaScript threw, in a line. */
final class JavaScriptError {

    private JavaScriptError() {}

    /** Return the text of a {@code Runtime.ExceptionDetails}: message and place, without the stack. */
    static String text(JsonNode details) {
        var exception = details.path("exception");
        var description = exception.path("description").asString("");
        var text = description.isEmpty() ? value(exception, details.path("text").asString("")) : firstLine(description);
        var url = details.path("url").asString("");
        return url.isEmpty()
                ? text
                : "%s (%s:%d)".formatted(text, url, details.path("lineNumber").asInt(0) + 1); // Chrome counts from 0
    }

    /** Return a {@code Runtime.RemoteObject} as a console would show it, or {@code otherwise} if there is nothing to show. */
    static String value(JsonNode object, String otherwise) {
        var value = object.path("value");
        if (value.isString()) {
            return value.asString("");
        }
        if (!value.isMissingNode()) {
            return value.toString();
        }
        var unserializable = object.path("unserializableValue").asString("");
        return object.path("description")
                .asString(unserializable.isEmpty() ? object.path("type").asString(otherwise) : unserializable);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
