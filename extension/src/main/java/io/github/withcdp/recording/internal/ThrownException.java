package io.github.withcdp.recording.internal;

import java.util.regex.Pattern;
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
    private static final Pattern STACK = Pattern.compile("\\n\\s+at ");

    /** Read a {@code Runtime.ExceptionDetails}. */
    public static ThrownException of(JsonNode details) {
        var stack = CallStack.of(details.path("stackTrace"));
        var url = details.path("url").asString("");
        boolean told = !url.isEmpty();
        return new ThrownException(
                textOf(details),
                told ? url : stack.url(),
                told || stack.line() == 0 ? CallStack.fromOne(details.path("lineNumber")) : stack.line(),
                told || stack.line() == 0 ? CallStack.fromOne(details.path("columnNumber")) : stack.column(),
                stack.text());
    }

    /** Return where it was thrown: {@code http://shop.test/app.js:12:7}; empty if unknown. */
    public String location() {
        return url.isEmpty() || line == 0 ? url : url + ":" + line + (column == 0 ? "" : ":" + column);
    }

    private static String textOf(JsonNode details) {
        var exception = details.path("exception");
        if (exception.isObject()) {
            var description = exception.path("description").asString("");
            var stack = STACK.matcher(description);
            // The description of an error is its message, which may have several lines, and then its stack.
            return ConsoleText.cut(
                    stack.find() ? description.substring(0, stack.start()) : RemoteValue.text(exception));
        }
        var text = details.path("text").asString("");
        return ConsoleText.cut(text.startsWith(UNCAUGHT) ? text.substring(UNCAUGHT.length()) : text);
    }
}
