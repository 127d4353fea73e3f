package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordedMessage;
import tools.jackson.databind.JsonNode;

/** Knows one way in which messages are suspicious. Sees all messages of a recording once, in wire order. */
interface Detector {

    /** Above this a message is not read into a tree, which would take many times its size. */
    int READABLE = 1024 * 1024;

    /** Look at the next message. */
    void look(RecordedMessage message, Findings findings);

    /** Say what can only be said when all messages were seen. */
    default void end(PointInTime end, Findings findings) {}

    /** Return the params or the result of a message, an empty object if it has none or is too large to be read. */
    static JsonNode read(RecordedMessage message, String member) {
        var tree = message.json().length() > READABLE ? Json.object() : message.tree();
        var found = tree.path(member);
        return found.isMissingNode() ? Json.object() : found;
    }
}
