package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Attaches to targets for tests, which wait until a session can be used. */
final class TargetAttachment {

    private final ConversationContext context;
    private final SessionRegistry registry;
    private final Ownership ownership;

    /** Kept with the sessions of targets that tests have created, or with none when the conversation ends. */
    private final Map<String, Promise<Optional<DefaultCDPSession>>> expected = new ConcurrentHashMap<>();

    TargetAttachment(ConversationContext context, SessionRegistry registry, Ownership ownership) {
        this.context = context;
        this.registry = registry;
        this.ownership = ownership;
    }

    /** Tell a test that waits for a session. Called by the reader thread. */
    void attached(DefaultCDPSession session) {
        var arrival = expected.get(session.target().id());
        if (arrival != null) {
            arrival.complete(Optional.of(session));
        }
    }

    /** Tell all tests that wait that there will be no session. */
    void end() {
        expected.values().forEach(arrival -> arrival.complete(Optional.empty()));
    }

    /** Return the session of a page that has just been created, when its domains are enabled and it runs. */
    DefaultCDPSession await(DefaultCDPSession browser, String target) {
        var arrival = expected.computeIfAbsent(target, key -> new Promise<>());
        try {
            registry.ofTarget(target).stream().findFirst().ifPresent(session -> arrival.complete(Optional.of(session)));
            return await(browser, target, arrival);
        } finally {
            expected.remove(target);
        }
    }

    private DefaultCDPSession await(
            DefaultCDPSession browser, String target, Promise<Optional<DefaultCDPSession>> arrival) {
        var deadline = begin();
        if (context.connection().end() != null) {
            arrival.complete(Optional.empty());
        }
        try {
            return ready(target, arrival.await(deadline).orElseThrow(this::over), deadline);
        } catch (InterruptedException interrupt) {
            throw interrupted(target, interrupt);
        } catch (TimeoutException late) {
            throw new CommandTimeoutException(
                    "Target.attachedToTarget",
                    deadline.limit(),
                    browser.state().watch().obstacles());
        }
    }

    /** Attach a further session to a target. */
    DefaultCDPSession attach(DefaultCDPSession asker, String target) {
        context.remoteEnd().needsBrowser("attach");
        var browser = asker.scope().browserSession();
        ownership.attaching(asker.scope(), target);
        try {
            var params = Map.of("targetId", target, "flatten", true);
            var limit = context.options().setupLimit();
            var id = browser.send("Target.attachToTarget", params, limit)
                    .path("sessionId")
                    .asString("");
            var session = registry.get(id); // made from the event that came before the answer
            if (session == null) {
                throw new SessionDetachedException(
                        "Target.attachToTarget", DetachReason.TARGET_CLOSED, "it closed at the same moment");
            }
            session.attachedByUser();
            return ready(target, session, begin());
        } finally {
            ownership.attached(target);
        }
    }

    /**
     * A test asks for a session with a command of its own: that is the test's, whosever the target is. Return what is to be done with the answer, before
     * which the session has come.
     */
    Consumer<Answer> requested(DefaultCDPSession asker, JsonNode params) {
        var target = params.path("targetId").asString("");
        if (target.isEmpty() || !params.path("flatten").asBoolean(false)) {
            return answer -> {};
        }
        ownership.attaching(asker.scope(), target);
        return answer -> {
            ownership.attached(target);
            var session = answer instanceof Answer.Result result
                    ? registry.get(result.tree().path("sessionId").asString(""))
                    : null;
            if (session != null) {
                session.attachedByUser();
            }
        };
    }

    /** Return a session when its domains are enabled. */
    DefaultCDPSession ready(DefaultCDPSession session) {
        return ready(session.target().id(), session, begin());
    }

    private DefaultCDPSession ready(String target, DefaultCDPSession session, Deadline deadline) {
        try {
            session.ready().await(deadline);
        } catch (InterruptedException interrupt) {
            throw interrupted(target, interrupt);
        } catch (TimeoutException late) {
            throw new CommandTimeoutException(
                    "enabling the domains of target " + target,
                    context.options().setupLimit(),
                    Hints.standstill(session.state(), session.commands().unanswered()));
        }
        var ended = session.state().end().get();
        if (ended != null) {
            throw new SessionDetachedException("attaching to " + target, ended.reason(), ended.detail());
        }
        return session;
    }

    private Deadline begin() {
        return Params.deadline(context.options().setupLimit(), context.ticker());
    }

    private static CDPException interrupted(String target, InterruptedException interrupt) {
        return Await.interrupted("waiting for the session of target " + target, interrupt);
    }

    private SessionDetachedException over() {
        var end = Objects.requireNonNull(context.connection().end());
        return new SessionDetachedException("Target.createTarget", end.reason(), end.detail());
    }
}
