package io.github.withcdp.internal.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whom a browser context, a target or a session belongs to; kept after their end, because recordings are read later. */
final class Ownership {

    private final ConversationContext context;
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    /** The targets that are being attached because a test has asked for it. */
    private final Map<String, ScopeState> attaching = new ConcurrentHashMap<>();

    private volatile @Nullable ScopeState ownerOfTheRest;

    /**
     * A scope that has something.
     *
     * @param before which had it until this one began; null for nobody. Tests join the page of somebody else in turn
     */
    private record Owner(ScopeState scope, @Nullable Owner before) {

        /** Return who had it when a message was recorded. */
        ScopeState at(long sequence) {
            var owner = this;
            for (var earlier = before;
                    earlier != null && sequence < owner.scope.messages().from();
                    earlier = earlier.before) {
                owner = earlier;
            }
            return owner.scope;
        }
    }

    Ownership(ConversationContext context) {
        this.context = context;
    }

    /** Have what no test has created belong to a scope. */
    void ownTheRest(ScopeState scope) {
        ownerOfTheRest = scope;
    }

    /** Return whose something was when a message was recorded; null for nobody's. */
    @Nullable
    ScopeState owner(String id, long sequence) {
        var last = owners.get(id);
        return last == null ? null : last.at(sequence);
    }

    private @Nullable ScopeState owner(String id) {
        return owner(id, Long.MAX_VALUE);
    }

    void own(ScopeState scope, String id) {
        owners.put(id, new Owner(scope, null));
    }

    /** Note a new session and its target, which may have been somebody's before. */
    void own(ScopeState scope, DefaultCDPSession session) {
        own(scope, session.id().value());
        owners.merge(
                session.target().id(),
                new Owner(scope, null),
                (before, now) -> before.scope().isClosed() ? new Owner(scope, before) : before);
    }

    void attaching(ScopeState scope, String target) {
        attaching.put(target, scope);
    }

    void attached(String target) {
        attaching.remove(target);
    }

    boolean isAttaching(String target) {
        return attaching.containsKey(target);
    }

    /**
     * Return whose a target is that has been attached; null for nobody's.
     *
     * @param via the session in which that was told, null for that of the browser
     */
    @Nullable
    ScopeState of(@Nullable DefaultCDPSession via, JsonNode info) {
        var asker = attaching.get(info.path("targetId").asString(""));
        if (asker != null) {
            return asker;
        }
        if (via != null) {
            return via.scope();
        }
        var home = owner(info.path("browserContextId").asString(""));
        if (home != null) {
            return home;
        }
        var opener = owner(info.path("openerId").asString(""));
        // A page to which a test was attached outlives it; what it opens afterwards is nobody's again.
        return opener != null && !opener.isClosed() ? opener : ownerOfTheRest;
    }

    /** Whether a target was there without us, or was opened by one that was; what a test has in a context of ours is ours. */
    boolean isForeign(@Nullable DefaultCDPSession via, JsonNode info) {
        if (context.options().ownsBrowser()) {
            return false;
        }
        return via != null
                ? via.state().watch().isForeign()
                : !owners.containsKey(info.path("browserContextId").asString(""));
    }
}
