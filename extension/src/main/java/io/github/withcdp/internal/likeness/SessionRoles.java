package io.github.withcdp.internal.likeness;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the sessions of a recording are to the test. Their ids are other ones in each run, as are those of their targets;
 * what a target is, where it was first, and the how manyth of its kind it is, are the same.
 */
public final class SessionRoles {

    /**
     * The role of a session.
     *
     * @param type {@code page}, {@code popup}, {@code worker}, …, as Chrome calls it, but for popups; {@code browser} of the browser's own
     * @param path of the first URL that was not blank; may be empty
     * @param nth of this type and path, from 1
     */
    public record Role(String type, String path, int nth) {

        /** The role of the session of the browser itself. */
        public static final Role BROWSER = new Role("browser", "", 1);

        /** Return it in words: {@code worker /sum.js}, {@code page /cart (2)}. */
        @Override
        public String toString() {
            return (type + " " + path).strip() + (nth > 1 ? " (" + nth + ")" : "");
        }
    }

    private static final class Attached {
        String type = "page";
        String url = "";
    }

    private final Map<SessionId, Attached> sessions = new LinkedHashMap<>();
    private final Map<String, List<Attached>> ofTargets = new HashMap<>();
    private final Map<SessionId, Role> roles = new LinkedHashMap<>();

    private SessionRoles() {}

    /** Find out the roles of all sessions that messages are of, or tell of. Reads only what tells of targets. */
    public static SessionRoles of(Iterable<RecordedMessage> messages) {
        var all = new SessionRoles();
        for (var message : messages) {
            all.look(message);
        }
        var counts = new HashMap<Role, Integer>();
        all.sessions.forEach((session, attached) -> {
            var first = new Role(attached.type, UrlForm.path(attached.url), 1);
            int nth = counts.merge(first, 1, Integer::sum);
            all.roles.put(session, new Role(first.type(), first.path(), nth));
        });
        return all;
    }

    private void look(RecordedMessage message) {
        if (!message.session().isBrowser()) {
            sessions.computeIfAbsent(message.session(), session -> new Attached());
        }
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Target.attachedToTarget" -> attached(message.tree().path("params"));
            case "Target.targetInfoChanged" -> {
                var info = message.tree().at("/params/targetInfo");
                ofTargets
                        .getOrDefault(text(info, "targetId"), List.of())
                        .forEach(session -> moved(session, text(info, "url")));
            }
            case "Page.frameNavigated" -> {
                var frame = message.tree().at("/params/frame");
                var session = sessions.get(message.session());
                if (session != null && text(frame, "parentId").isEmpty()) {
                    var unreachable = text(frame, "unreachableUrl");
                    moved(session, unreachable.isEmpty() ? text(frame, "url") : unreachable);
                }
            }
            default -> {
                // about something else
            }
        }
    }

    private void attached(JsonNode params) {
        var info = params.path("targetInfo");
        var session = sessions.computeIfAbsent(new SessionId(text(params, "sessionId")), id -> new Attached());
        ofTargets
                .computeIfAbsent(text(info, "targetId"), target -> new ArrayList<>())
                .add(session);
        boolean popup =
                text(info, "type").equals("page") && !text(info, "openerId").isEmpty();
        session.type = popup ? "popup" : text(info, "type");
        moved(session, text(info, "url"));
    }

    private static void moved(Attached session, String url) {
        if (session.url.isEmpty() && !url.equals("about:blank") && !url.equals(":")) {
            session.url = url;
        }
    }

    /** Return the role of a session. */
    public Role of(SessionId session) {
        return session.isBrowser()
                ? Role.BROWSER
                : roles.getOrDefault(session, new Role("session", session.value(), 1));
    }

    /** Return the roles, in the order in which their sessions began. */
    public Collection<Role> all() {
        return List.copyOf(roles.values());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
