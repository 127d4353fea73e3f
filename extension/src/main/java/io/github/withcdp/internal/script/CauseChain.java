package io.github.withcdp.internal.script;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The causes of an error one after the other, for which a preview has no room: each is asked for its own. */
final class CauseChain {

    private static final int DEEPEST = 5;

    private CauseChain() {}

    /**
     * Return what is learned by asking for the properties of an error, and of its cause, and so on.
     *
     * @param properties returns the result of {@code Runtime.getProperties} with previews for the id of an object, a missing node if it cannot be had
     */
    static String of(JsonNode error, Function<String, JsonNode> properties) {
        var out = new StringBuilder();
        var asked = error;
        Set<String> seen = new HashSet<>();
        for (int depth = 0; isNew(asked, seen); depth++) {
            if (depth == DEEPEST) {
                return out.append(ErrorCauses.CAUSED_BY).append('…').toString();
            }
            var own = properties.apply(asked.path("objectId").asString("")).path("result");
            var errors = valueOf(own, "errors").path("preview");
            if (errors.isObject()) {
                out.append(ErrorCauses.ERRORS).append(ObjectPreview.text(errors));
            }
            var cause = valueOf(own, "cause");
            if (ErrorCauses.isSomething(cause) && !seen.contains(ErrorCauses.description(cause))) {
                out.append(ErrorCauses.CAUSED_BY)
                        .append(ErrorCauses.isError(cause) ? ErrorCauses.description(cause) : RemoteValue.text(cause));
            }
            asked = cause;
        }
        return out.toString();
    }

    private static boolean isNew(JsonNode value, Set<String> seen) {
        return ErrorCauses.isError(value) && seen.add(ErrorCauses.description(value));
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
