package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.Exchange.Body;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the bodies of requests and responses. */
public final class JsonBodies {

    private static final JsonNode MISSING = JsonNodeFactory.instance.missingNode();

    private JsonBodies() {}

    /** Return a body as a tree; a missing node if there is none, or if it is not JSON. */
    public static JsonNode tree(Optional<Body> body) {
        return body.map(Body::text).map(JsonBodies::tree).orElse(MISSING);
    }

    /** Return why a text is not JSON, for "but …". */
    public static String whyNotJson(String text) {
        if (text.isBlank()) {
            return text.isEmpty() ? "it is empty" : "it is blank";
        }
        try {
            return "it is " + JsonMapper.shared().readTree(text).getNodeType();
        } catch (JacksonException notJson) {
            var place = notJson.getLocation();
            return place.getCharOffset() >= text.stripTrailing().length()
                    ? "it ends before the JSON does"
                    : "what it has at line %d, column %d is not JSON".formatted(place.getLineNr(), place.getColumnNr());
        }
    }

    /** Return how a text begins, on a line; none if there is nothing to see. */
    public static List<String> begin(String text) {
        return text.isBlank() ? List.of() : List.of("It begins: " + ShownText.text(text.strip(), ShownText.VALUE));
    }

    /** Return a text as a tree; a missing node if it is not JSON. */
    public static JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return MISSING;
        }
    }
}
