package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A message with another text.
 *
 * @param original what it is otherwise
 * @param json the text, without secrets
 */
public record RedactedMessage(RecordedMessage original, String json) implements RecordedMessage {

    @Override
    public long sequence() {
        return original.sequence();
    }

    @Override
    public Duration elapsed() {
        return original.elapsed();
    }

    @Override
    public Direction direction() {
        return original.direction();
    }

    @Override
    public SessionId session() {
        return original.session();
    }

    @Override
    public String method() {
        return original.method();
    }

    @Override
    public OptionalInt id() {
        return original.id();
    }

    @Override
    public JsonNode tree() {
        try {
            return Json.read(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
