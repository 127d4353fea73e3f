package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads results and values into types of users. */
final class ResultBinding {

    /** How much of what is not made for JSON comes. */
    private static final String ABOUT_NOTHING =
            ", which is also what comes of an element, a Date, a Map and whatever else has no fields of its own";

    private ResultBinding() {}

    /**
     * Read a value into a type.
     *
     * @param what it is, for people
     * @throws CDPException if it does not fit
     */
    static <T> T bind(String what, JsonNode tree, Class<T> type) {
        try {
            return Json.bind(tree, type);
        } catch (JacksonException unfit) {
            throw new CDPException(
                    "The %s does not fit %s: %s; it was %s%s"
                            .formatted(
                                    what,
                                    type.getName(),
                                    unfit.getOriginalMessage(),
                                    MessageText.cut(Json.text(tree)),
                                    tree.isObject() && tree.isEmpty() ? ABOUT_NOTHING : ""),
                    unfit);
        }
    }
}
