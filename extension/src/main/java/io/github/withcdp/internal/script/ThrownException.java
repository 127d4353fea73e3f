package io.github.withcdp.internal.script;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What JavaScript threw.
 *
 * @param text its message, {@code Error: no}, or what a console shows of it if it is no error
 * @param url where; may be empty
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param stack as {@link CallStack#text()}
 */
public record ThrownException(String text, String url, int line, int column, String stack) {

    private static final String UNCAUGHT = "Uncaught ";

    /** Read a {@code Runtime.ExceptionDetails}. */
    public static ThrownException of(JsonNode details) {
        var stack = CallStack.of(details.path("stackTrace"));
        var url = details.path("url").asString("");
        boolean hasPlace = (!url.isEmpty() && !isWithinParsedText(details)) || stack.line() == 0;
        return new ThrownException(
                textOf(details),
                url.isEmpty() ? stack.url() : url,
                hasPlace ? CallStack.fromOne(details.path("lineNumber")) : stack.line(),
                hasPlace ? CallStack.fromOne(details.path("columnNumber")) : stack.column(),
                stack.text());
    }

    /** Return the {@code scriptId} of the script that has the place of a {@code Runtime.ExceptionDetails}; empty if unknown. */
    public static String script(JsonNode details) {
        var script = details.path("scriptId").asString("");
        return script.isEmpty() || isWithinParsedText(details) ? topCall(details, "scriptId") : script;
    }

    /** To {@code JSON.parse} the text that it cannot read is a script, of which Chrome tells the place, with the URL of whoever called it. */
    private static boolean isWithinParsedText(JsonNode details) {
        return details.path("url").asString("").equals(topCall(details, "url"))
                && !details.path("scriptId").asString("").equals(topCall(details, "scriptId"));
    }

    private static String topCall(JsonNode details, String member) {
        return details.path("stackTrace")
                .path("callFrames")
                .path(0)
                .path(member)
                .asString("");
    }

    /**
     * Return all that is known of what an evaluation has thrown: an error with its stack and what is behind it, anything else as a console shows it,
     * with where it was thrown.
     *
     * @param properties returns the result of {@code Runtime.getProperties} with previews for the id of an object, a missing node if it cannot be had
     */
    public static String inFull(JsonNode details, Function<String, JsonNode> properties) {
        var exception = details.path("exception");
        var text = ErrorCauses.isError(exception)
                ? exception.path("description").asString("")
                : (details.path("text").asString("Uncaught") + " " + RemoteValue.text(exception)).stripTrailing();
        var causes = CauseChain.of(exception, properties);
        return text
                + (text.contains("\n    at ") ? "" : CallStack.inFull(details))
                + (causes.isEmpty() ? ErrorCauses.toldBy(exception.path("preview")) : causes);
    }

    /** Return where it was thrown: {@code http://shop.test/app.js:12:7}; empty if unknown. */
    public String location() {
        return url.isEmpty() || line == 0 ? url : url + ":" + line + (column == 0 ? "" : ":" + column);
    }

    private static String textOf(JsonNode details) {
        var exception = details.path("exception");
        if (exception.isObject()) {
            var description = exception.path("description").asString("");
            var message = CallStack.withoutStack(description);
            return ConsoleText.cut(
                    message.equals(description)
                            ? RemoteValue.text(exception)
                            : message + ErrorCauses.toldBy(exception.path("preview")));
        }
        var text = details.path("text").asString("");
        return ConsoleText.cut(text.startsWith(UNCAUGHT) ? text.substring(UNCAUGHT.length()) : text);
    }
}
