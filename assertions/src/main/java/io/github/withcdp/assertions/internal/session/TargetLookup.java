package io.github.withcdp.assertions.internal.session;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which target a session belongs to. */
@FunctionalInterface
public interface TargetLookup {

    /** Nothing is known but of the browser itself. */
    TargetLookup UNKNOWN =
            session -> Optional.of(session).filter(SessionId::isBrowser).map(browser -> browser());

    /** Return the target of a session, if it is known. */
    Optional<Target> of(SessionId session);

    /** What the events of a recording tell. They are read when somebody first asks. */
    static TargetLookup in(CapturedEvents events) {
        var targetsOnceRead = new AtomicReference<@Nullable Map<SessionId, Target>>();
        return session -> {
            if (session.isBrowser()) {
                return Optional.of(browser());
            }
            var targets = targetsOnceRead.get();
            if (targets == null) {
                targets = attached(events);
                targetsOnceRead.set(targets);
            }
            return Optional.ofNullable(targets.get(session));
        };
    }

    /** What a session knows of itself. */
    static TargetLookup of(CDPSession session) {
        return id -> id.equals(session.id()) ? Optional.of(session.target()) : UNKNOWN.of(id);
    }

    private static Map<SessionId, Target> attached(CapturedEvents events) {
        var targets = new HashMap<SessionId, Target>();
        events.named("Target.attachedToTarget").stream()
                .forEach(event ->
                        targets.put(new SessionId(event.param("/sessionId").asString("")), target(event)));
        events.named("Target.targetInfoChanged").stream()
                .map(TargetLookup::target)
                .forEach(target -> targets.replaceAll((id, old) -> old.id().equals(target.id()) ? target : old));
        return targets;
    }

    private static Target target(CDPEvent event) {
        var info = event.param("/targetInfo");
        return new Target(
                info.path("targetId").asString(""),
                info.path("type").asString(""),
                info.path("url").asString(""));
    }

    private static Target browser() {
        return new Target("", "browser", "");
    }
}
