package io.github.withcdp.internal.script;

import tools.jackson.databind.JsonNode;

/** What is behind an error, as lines that follow its stack, in the words of DevTools: {@code Caused by: TypeError: quota exceeded}. */
final class ErrorCauses {

    static final String CAUSED_BY = "\nCaused by: ";
    static final String ERRORS = "\nErrors: "; // of an AggregateError

    private ErrorCauses() {}

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

    static boolean isError(JsonNode value) {
        return value.path("subtype").asString("").equals("error");
    }

    static boolean isSomething(JsonNode value) {
        return value.isObject()
                && !value.path("type").asString("").equals("undefined")
                && !value.path("subtype").asString("").equals("null");
    }

    static String description(JsonNode value) {
        return value.path("description").asString("");
    }
}
