package io.github.withcdp.internal.report.html;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sessions that a recording tells of, what they talked to, and when they came and went. The browser's is the first. */
final class SessionList {

    private static final class Known {
        final int number;
        final SessionId id;
        String type = "";
        String url = "";
        String targetId = "";
        int parent = -1;

        @Nullable
        Long attached;

        @Nullable
        Long detached;

        String reason = "";

        Known(int number, SessionId id) {
            this.number = number;
            this.id = id;
        }
    }

    private final Map<SessionId, Known> sessions = new LinkedHashMap<>();

    /** Those of which it is not known yet who has started them. */
    private final Map<String, Known> sharedWorkers = new HashMap<>();

    /** Those of which something is known that has not been asked for yet. */
    private final Set<Known> changed = new LinkedHashSet<>();

    SessionList() {
        of(SessionId.BROWSER).type = "browser";
    }

    int numberOf(SessionId id) {
        return of(id).number;
    }

    /** Take note of what is known besides the messages: the latest state, so it wins where messages say something else. */
    void target(SessionId id, String targetId, String type, String url) {
        var session = of(id);
        session.targetId = targetId;
        session.type = type;
        session.url = url.isEmpty() ? session.url : url;
    }

    /** Look at a message for what it says about sessions. */
    void look(RecordedMessage message, long at) {
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Target.attachedToTarget" ->
                attached(message.session(), message.tree().path("params"), at);
            case "Target.targetInfoChanged" ->
                changed(message.tree().path("params").path("targetInfo"));
            case "Page.frameNavigated" -> {
                var frame = message.tree().path("params").path("frame");
                moved(of(message.session()), text(frame, "id"), text(frame, "url") + text(frame, "urlFragment"));
            }
            case "Page.navigatedWithinDocument" -> {
                var params = message.tree().path("params");
                moved(of(message.session()), text(params, "frameId"), text(params, "url"));
            }
            case "Network.requestWillBeSent" -> {
                if (!sharedWorkers.isEmpty()) {
                    asked(message);
                }
            }
            case "Target.detachedFromTarget" ->
                ended(new SessionId(text(message.tree().path("params"), "sessionId")), at, "detached");
            case "Target.targetDestroyed" -> gone(text(message.tree().path("params"), "targetId"), at, "closed");
            case "Target.targetCrashed" -> gone(text(message.tree().path("params"), "targetId"), at, "crashed");
            case "Inspector.targetCrashed" -> crashed(of(message.session()));
            case "Inspector.detached" ->
                ended(message.session(), at, text(message.tree().path("params"), "reason"));
            default -> {
                // about something else
            }
        }
    }

    private void attached(SessionId parent, JsonNode params, long at) {
        var session = of(new SessionId(text(params, "sessionId")));
        if (session.number > 0) {
            session.parent = of(parent).number;
            session.attached = at;
            describe(session, params.path("targetInfo"));
            if (session.type.equals("shared_worker")) {
                sharedWorkers.put(session.targetId, session);
            }
        }
    }

    /** The request for the script of a shared worker has the id of the worker, and tells who has started it. */
    private void asked(RecordedMessage message) {
        var worker = sharedWorkers.remove(text(message.tree().path("params"), "requestId"));
        if (worker != null) {
            worker.parent = of(message.session()).number;
            changed.add(worker);
        }
    }

    private void changed(JsonNode info) {
        var target = text(info, "targetId");
        sessions.values().stream()
                .filter(session -> session.targetId.equals(target) && !target.isEmpty())
                .forEach(session -> describe(session, info));
    }

    /** A page's main frame has the id of its target; Chrome tells of the page elsewhere only if somebody has asked for its targets. */
    private void moved(Known session, String frame, String url) {
        if (frame.equals(session.targetId) && !frame.isEmpty()) {
            changed.add(session);
            session.url = url;
        }
    }

    private void describe(Known session, JsonNode info) {
        changed.add(session);
        session.targetId = text(info, "targetId");
        session.type = text(info, "type");
        session.url = text(info, "url");
    }

    /** Of workers Chrome says so whenever they end. */
    private void crashed(Known session) {
        if (!session.type.endsWith("_worker")) {
            changed.add(session);
            session.reason = "crashed";
        }
    }

    private void gone(String target, long at, String reason) {
        sessions.values().stream()
                .filter(session -> session.targetId.equals(target) && !target.isEmpty())
                .forEach(session -> ended(session.id, at, reason));
    }

    private void ended(SessionId id, long at, String reason) {
        var session = of(id);
        if (session.number > 0) {
            changed.add(session);
            session.detached = session.detached == null ? Long.valueOf(at) : session.detached;
            session.reason = session.reason.isEmpty() ? reason : session.reason;
        }
    }

    private Known of(SessionId id) {
        return sessions.computeIfAbsent(id, missing -> {
            var namedTarget = new Known(sessions.size(), missing);
            changed.add(namedTarget);
            return namedTarget;
        });
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** Return them as the page has them. */
    List<Map<String, Object>> list() {
        return sessions.values().stream().map(SessionList::row).toList();
    }

    /** Return those of which something else is known than when this was asked before, by their numbers. */
    Map<Integer, Map<String, Object>> changes() {
        var rows = new LinkedHashMap<Integer, Map<String, Object>>();
        changed.forEach(session -> rows.put(session.number, row(session)));
        changed.clear();
        return rows;
    }

    private static Map<String, Object> row(Known session) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", session.id.value());
        row.put("label", session.id.shortened());
        row.put("type", session.type);
        row.put("url", session.url);
        row.put("targetId", session.targetId);
        row.put("parent", session.parent);
        row.put("attached", session.attached);
        row.put("detached", session.detached);
        row.put("reason", session.reason);
        return row;
    }
}
