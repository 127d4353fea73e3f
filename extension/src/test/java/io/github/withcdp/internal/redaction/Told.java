package io.github.withcdp.internal.redaction;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A message made up by a test. */
record Told(long sequence, String method, OptionalInt id, Direction direction, String json) implements RecordedMessage {

    private static final AtomicLong NEXT = new AtomicLong();

    Told(String method, OptionalInt id, Direction direction, String json) {
        this(NEXT.getAndIncrement(), method, id, direction, json);
    }

    Told at(long place) {
        return new Told(place, method, id, direction, json);
    }

    Told saying(String other) {
        return new Told(sequence, method, id, direction, other);
    }

    static Told event(String method, String params) {
        return new Told(
                method,
                OptionalInt.empty(),
                Direction.RECEIVED,
                "{\"method\":\"%s\",\"params\":%s,\"sessionId\":\"9F86D081884C7D659A2FEAA0C55AD015\"}"
                        .formatted(method, params));
    }

    static Told command(String method, String params) {
        return new Told(
                method,
                OptionalInt.of(7),
                Direction.SENT,
                "{\"id\":7,\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    static Told result(String method, String result) {
        return new Told(method, OptionalInt.of(7), Direction.RECEIVED, "{\"id\":7,\"result\":%s}".formatted(result));
    }

    @Override
    public Duration elapsed() {
        return Duration.ZERO;
    }

    @Override
    public SessionId session() {
        return SessionId.BROWSER;
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
