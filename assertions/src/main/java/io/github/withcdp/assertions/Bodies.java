package io.github.withcdp.assertions;

import io.github.withcdp.recording.Exchange.Body;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the bodies of requests and responses. */
final class Bodies {

    private static final JsonNode MISSING = JsonNodeFactory.instance.missingNode();

    private Bodies() {}

    /** Return a body as a tree; a missing node if there is none, or if it is not JSON. */
    static JsonNode tree(Optional<Body> body) {
        return body.map(Body::text).map(Bodies::tree).orElse(MISSING);
    }

    /** Return a text as a tree; a missing node if it is not JSON. */
    static JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return MISSING;
        }
    }
}
