package io.github.withcdp.internal.transcript;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.SafeText;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The refusal in an answer, as people read it: {@code Invalid parameters: mandatory field missing [code -32602]}. */
public record ProtocolError(String text) {

    /** Beyond this an error is shown raw: Chrome's own are a line or two. */
    private static final int READABLE = 64 * 1024;

    private static final int LIMIT = 400;

    /** Return the {@code error} of a message, empty if it has none. The text is safe to print and cut where long. */
    public static Optional<ProtocolError> of(String json) {
        return Payload.of(json, "error").map(error -> new ProtocolError(textOf(error)));
    }

    private static String textOf(Payload error) {
        if (error.length() <= READABLE) {
            try {
                var tree = Json.read(error.text());
                var data = tree.path("data").asString("");
                if (tree.path("message").isString()) {
                    return SafeText.line(tree.path("message").asString("") + (data.isEmpty() ? "" : ": " + data), LIMIT)
                            + (tree.path("code").isNumber() ? " [code " + tree.path("code") + "]" : "");
                }
            } catch (JacksonException notReadable) {
                // Shown raw below: a strange error is all the more worth showing.
            }
        }
        var out = new StringBuilder();
        error.appendTo(out, LIMIT);
        return out.toString();
    }
}
