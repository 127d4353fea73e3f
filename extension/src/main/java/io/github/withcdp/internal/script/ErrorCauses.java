package io.github.withcdp.internal.script;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What is behind an error, as lines that follow its stack, in the words of DevTools: {@code Caused by: TypeError: quota exceeded}. */
final class ErrorCauses {

    private static final int DEEPEST = 5;
    private static final String CAUSED_BY = "\nCaused by: ";
    private static final String ERRORS = "\nErrors: "; // of an AggregateError
    private static final Pattern STACK = Pattern.compile("\\n\\s+at ");

    private ErrorCauses() {}

    /** Return an error without its stack: its message, which may have several lines. */
    static String withoutStack(String description) {
        var stack = STACK.matcher(description);
        return stack.find() ? description.substring(0, stack.start()) : description;
    }

    /** Return what the preview of an error tells: of texts the first and last 50 characters, and of a cause no further one. */
    static String toldBy(JsonNode preview) {
        var out = new StringBuilder();
        var stack = "";
        for (var property : preview.path("properties")) {
            stack = property.path("name").asString("").equals("stack")
                    ? property.path("value").asString("")
                    : stack;
        }
        for (var property : preview.path("properties")) {
            switch (property.path("name").asString("")) {
                case "cause" -> {
                    if (isSomething(property)
                            && !property.path("value").asString("").equals(stack)) { // or it is its own
                        out.append(CAUSED_BY).append(ObjectPreview.value(property));
                    }
                }
                case "errors" -> out.append(ERRORS).append(ObjectPreview.value(property));
                default -> {
                    // shown by nobody
                }
            }
        }
        return out.toString();
    }

    /**
     * Return what is learned by asking for the properties of an error, and of its cause, and so on.
     *
     * @param properties returns the result of {@code Runtime.getProperties} with previews for the id of an object, a missing node if it cannot be had
     */
    static String askedOf(JsonNode error, Function<String, JsonNode> properties) {
        var out = new StringBuilder();
        var asked = error;
        Set<String> seen = new HashSet<>();
        for (int depth = 0; isNew(asked, seen); depth++) {
            if (depth == DEEPEST) {
                return out.append(CAUSED_BY).append('…').toString();
            }
            var own = properties.apply(asked.path("objectId").asString("")).path("result");
            var errors = valueOf(own, "errors").path("preview");
            if (errors.isObject()) {
                out.append(ERRORS).append(ObjectPreview.text(errors));
            }
            var cause = valueOf(own, "cause");
            if (isSomething(cause) && !seen.contains(description(cause))) {
                out.append(CAUSED_BY).append(isError(cause) ? description(cause) : RemoteValue.text(cause));
            }
            asked = cause;
        }
        return out.toString();
    }

    private static boolean isNew(JsonNode value, Set<String> seen) {
        return isError(value) && seen.add(description(value));
    }

    static boolean isError(JsonNode value) {
        return value.path("subtype").asString("").equals("error");
    }

    private static boolean isSomething(JsonNode value) {
        return value.isObject()
                && !value.path("type").asString("").equals("undefined")
                && !value.path("subtype").asString("").equals("null");
    }

    private static String description(JsonNode value) {
        return value.path("description").asString("");
    }

    private static JsonNode valueOf(JsonNode properties, String name) {
        for (var property : properties) {
            if (property.path("name").asString("").equals(name)) {
                return property.path("value");
            }
        }
        return MissingNode.getInstance();
    }
}
