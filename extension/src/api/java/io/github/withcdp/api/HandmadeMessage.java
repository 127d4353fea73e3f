package io.github.withcdp.api;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A message on record that nobody sent. */
public record HandmadeMessage(
        long sequence,
        Duration elapsed,
        Direction direction,
        SessionId session,
        String method,
        OptionalInt id,
        String json)
        implements RecordedMessage {

    @Override
    public JsonNode tree() {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
