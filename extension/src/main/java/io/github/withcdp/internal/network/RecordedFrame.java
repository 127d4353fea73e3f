package io.github.withcdp.internal.network;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A message of a WebSocket or an event of an EventSource, whose text is read when asked for. */
record RecordedFrame(RecordedMessage message, Direction direction, String kind, String pointer) implements Frame {

    static RecordedFrame ofSocket(RecordedMessage message, Direction direction, JsonNode params) {
        return new RecordedFrame(
                message, direction, kindOf(params.at("/response/opcode").asInt(1)), "/params/response/payloadData");
    }

    static RecordedFrame ofEventSource(RecordedMessage message, String name) {
        return new RecordedFrame(message, Direction.RECEIVED, name, "/params/data");
    }

    private static String kindOf(int opcode) {
        return switch (opcode) {
            case 2 -> "binary";
            case 8 -> "close";
            case 9 -> "ping";
            case 10 -> "pong";
            default -> "text";
        };
    }

    @Override
    public Duration elapsed() {
        return message.elapsed();
    }

    @Override
    public String payload() {
        return message.tree().at(pointer).asString("");
    }
}
