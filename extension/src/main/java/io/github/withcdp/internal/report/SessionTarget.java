package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A session of the test and what it talked to.
 *
 * @param targetId Chrome's {@code targetId}
 * @param type {@code page}, {@code iframe}, {@code worker}, …
 * @param url the URL as last reported, may be empty
 */
public record SessionTarget(SessionId session, String targetId, String type, String url) {

    SessionTarget redacted(UnaryOperator<String> redactor) {
        return new SessionTarget(session, targetId, type, redactor.apply(url));
    }

    JsonNode json() {
        return Json.object()
                .put("session", session.value())
                .put("targetId", targetId)
                .put("type", type)
                .put("url", HeaderJson.url(url));
    }

    static SessionTarget read(JsonNode session) {
        return new SessionTarget(
                new SessionId(HeaderJson.text(session, "session")),
                HeaderJson.text(session, "targetId"),
                HeaderJson.text(session, "type"),
                HeaderJson.text(session, "url"));
    }
}
