package io.github.withcdp.internal.report;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds the sessions that messages tell of. */
final class AttachedSessions {

    private AttachedSessions() {}

    /** Return them in the order in which they came, with the URLs that they had then. */
    static List<SessionTarget> in(Iterable<RecordedMessage> messages) {
        var sessions = new LinkedHashMap<String, SessionTarget>();
        for (var message : messages) {
            if (message.method().equals("Target.attachedToTarget") && message.isEvent()) {
                var params = message.tree().path("params");
                var info = params.path("targetInfo");
                var id = params.path("sessionId").asString("");
                sessions.putIfAbsent(
                        id,
                        new SessionTarget(
                                new SessionId(id),
                                info.path("targetId").asString(""),
                                info.path("type").asString(""),
                                info.path("url").asString("")));
            }
        }
        return List.copyOf(sessions.values());
    }
}
