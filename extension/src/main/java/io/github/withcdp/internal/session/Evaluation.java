package io.github.withcdp.internal.session;

import io.github.withcdp.internal.script.ThrownException;
import io.github.withcdp.internal.spi.Evaluated;
import io.github.withcdp.protocol.JavaScriptException;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** What {@code Runtime.evaluate} is asked, and what its answer means in Java. */
final class Evaluation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Evaluation() {}

    static Map<String, Object> params(String expression) {
        return Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true);
    }

    /** Return what is asked by who only looks: no debugger stops at what is thrown, and nothing counts as done by a user. */
    static Map<String, Object> paramsOfLook(String expression) {
        return Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "silent", true);
    }

    /**
     * Return what came of an expression.
     *
     * @param objects are released if something was thrown
     */
    static Evaluated outcome(JsonNode answer, RemoteObjects objects) {
        var details = answer.path("exceptionDetails");
        if (details.isMissingNode()) {
            return new Evaluated.Value(value(answer, objects));
        }
        try (objects) {
            objects.in(answer);
            var text = ThrownException.of(details).text();
            return isOfCompiler(details) ? new Evaluated.Malformed(text) : new Evaluated.Thrown(text);
        }
    }

    /** A script that throws such an error, as JSON.parse does, has a stack. */
    private static boolean isOfCompiler(JsonNode details) {
        var exception = details.path("exception");
        return exception.path("className").asString("").equals("SyntaxError")
                && details.path("stackTrace").isMissingNode()
                && !exception.path("description").asString("").contains("\n    at ");
    }

    /**
     * Return the value of an answer.
     *
     * @param objects are released if something was thrown
     */
    static JsonNode value(JsonNode answer, RemoteObjects objects) {
        var thrown = answer.path("exceptionDetails");
        if (!thrown.isMissingNode()) {
            try (objects) {
                objects.in(answer);
                throw new JavaScriptException(ThrownException.inFull(thrown, objects::properties));
            }
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
}
