package io.github.withcdp.internal.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The sessions of a browser that are attached, by their id, their target and its browser context. Written by the reader thread. */
final class SessionRegistry {

    private final Map<String, DefaultCDPSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, List<DefaultCDPSession>> byTarget = new ConcurrentHashMap<>();
    /** The browser contexts of the targets that have sessions. */
    private final Map<String, String> contexts = new ConcurrentHashMap<>();

    void add(DefaultCDPSession session, String context) {
        sessions.put(session.id().value(), session);
        addSingle(session);
        contexts.put(session.target().id(), context);
    }

    /** Add the session with the only target that there is, which has no id. */
    void addSingle(DefaultCDPSession session) {
        byTarget.computeIfAbsent(session.target().id(), key -> new CopyOnWriteArrayList<>())
                .add(session);
    }

    /** Remove a session and return it; null if there is none with this id. */
    @Nullable
    DefaultCDPSession remove(String id) {
        var session = sessions.remove(id);
        if (session != null) {
            byTarget.computeIfPresent(session.target().id(), (target, siblings) -> {
                siblings.remove(session);
                if (siblings.isEmpty()) {
                    contexts.remove(target);
                    return null;
                }
                return siblings;
            });
        }
        return session;
    }

    @Nullable
    DefaultCDPSession get(String id) {
        return sessions.get(id);
    }

    /** Return the sessions with a target, in the order in which they came. */
    List<DefaultCDPSession> ofTarget(String target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** Return the targets in a browser context that have sessions. */
    List<String> targetsIn(String context) {
        return contexts.entrySet().stream()
                .filter(home -> home.getValue().equals(context))
                .map(Map.Entry::getKey)
                .toList();
    }

    Collection<DefaultCDPSession> all() {
        return sessions.values();
    }
}
