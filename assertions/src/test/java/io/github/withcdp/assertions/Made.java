package io.github.withcdp.assertions;

import io.github.withcdp.api.HandmadeMessage;
import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a session made by hand. */
final class Made {

    static final SessionId PAGE = new SessionId("9F86D081884C7D65");
    static final SessionId WORKER = new SessionId("2C26B46B68FFC68F");

    /** Handlers that do not fail. */
    static final HandlerWatch NO_HANDLERS = new HandlerWatch() {

        @Override
        public void check(String subject) {}

        @Override
        public void close() {}
    };

    private Made() {}

    static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    static String text(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static CDPEvent came(String method) {
        return came(method, "{}");
    }

    static CDPEvent came(String method, String params) {
        return CDPEvent.of(PAGE, method, json(params));
    }

    static CDPEvent response(int status, String url) {
        return came("Network.responseReceived", """
                {"requestId":"17.2","response":{"url":"%s","status":%d,"headers":{"content-type":"text/html"}}}""".formatted(url, status));
    }

    static RecordedMessage command(long sequence, SessionId session, String method, int id, String params) {
        return new HandmadeMessage(
                sequence,
                Duration.ofMillis(sequence * 10),
                Direction.SENT,
                session,
                method,
                OptionalInt.of(id),
                "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
    }

    static RecordedMessage answer(long sequence, SessionId session, String method, int id, String rest) {
        return new HandmadeMessage(
                sequence,
                Duration.ofMillis(sequence * 10),
                Direction.RECEIVED,
                session,
                method,
                OptionalInt.of(id),
                "{\"id\":%d,%s}".formatted(id, rest));
    }

    static RecordedMessage event(long sequence, SessionId session, String method, String params) {
        return new HandmadeMessage(
                sequence,
                Duration.ofMillis(sequence * 10),
                Direction.RECEIVED,
                session,
                method,
                OptionalInt.empty(),
                "{\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }
}
