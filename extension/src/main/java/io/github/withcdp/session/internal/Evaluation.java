package io.github.withcdp.session.internal;

import io.github.withcdp.protocol.JavaScriptException;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What {@code Runtime.evaluate} is asked, and what its answer means in Java. */
final class Evaluation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How much of what is not made for JSON comes. */
    static final String ABOUT_NOTHING =
            ", which is also what comes of an element, a Date, a Map and whatever else has no fields of its own";

    private Evaluation() {}

    static Map<String, Object> params(String expression) {
        return Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true);
    }

    static JsonNode value(JsonNode answer) {
        var thrown = answer.path("exceptionDetails");
        if (!thrown.isMissingNode()) {
            throw new JavaScriptException(description(thrown));
        }
        var result = answer.path("result");
        var unserializable = result.path("unserializableValue").asString("");
        if (!unserializable.isEmpty()) {
            return number(unserializable);
        }
        if (result.path("type").asString("").equals("undefined")) {
            return MissingNode.getInstance();
        }
        var value = result.path("value");
        return value.isMissingNode() ? NODES.nullNode() : value;
    }

    private static JsonNode number(String text) {
        return switch (text) {
            case "NaN" -> NODES.numberNode(Double.NaN);
            case "-0" -> NODES.numberNode(-0.0);
            case "Infinity" -> NODES.numberNode(Double.POSITIVE_INFINITY);
            case "-Infinity" -> NODES.numberNode(Double.NEGATIVE_INFINITY);
            default ->
                text.endsWith("n")
                        ? NODES.numberNode(new BigInteger(text.substring(0, text.length() - 1)))
                        : NODES.stringNode(text);
        };
    }

    private static String description(JsonNode details) {
        var exception = details.path("exception");
        var description = exception.path("description").asString("");
        var text = exception.path("subtype").asString("").equals("error")
                ? description
                : details.path("text").asString("Uncaught") + " "
                        + (description.isEmpty() ? primitive(exception) : description);
        if (text.contains("\n    at ")) {
            return text;
        }
        var where = new StringBuilder(text);
        var frames = details.path("stackTrace").path("callFrames");
        if (frames.isEmpty()) {
            frame(where, "", details);
        } else {
            frames.forEach(frame -> frame(where, frame.path("functionName").asString(""), frame));
        }
        return where.toString();
    }

    private static String primitive(JsonNode exception) {
        var value = exception.path("value");
        return value.isMissingNode() ? exception.path("type").asString("") : value.toString();
    }

    // Chrome counts lines and columns from 0, its own stack traces from 1.
    private static void frame(StringBuilder text, String function, JsonNode at) {
        text.append("\n    at ").append(function.isEmpty() ? "" : function + " ");
        text.append('(')
                .append(
                        at.path("url").asString("").isEmpty()
                                ? "<anonymous>"
                                : at.path("url").asString(""));
        text.append(':').append(at.path("lineNumber").asInt(0) + 1);
        text.append(':').append(at.path("columnNumber").asInt(0) + 1).append(')');
    }
}
