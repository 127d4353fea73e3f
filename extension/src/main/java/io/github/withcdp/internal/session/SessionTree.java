package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Connection;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sessions of one browser as they come and go. Sessions are made by the reader thread from {@code Target.attachedToTarget}, before
 * any event of theirs can arrive; what is then to be said to the target is said by another thread.
 */
final class SessionTree implements SessionHost {

    private final ConversationContext context;
    private final Connection connection;
    private final BrowserRoute browserRoute = new BrowserRoute(this);
    private final SingleTargetRoute singleTargetRoute;
    private final Map<String, DefaultCDPSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, List<DefaultCDPSession>> byTarget = new ConcurrentHashMap<>();
    private final Map<String, Promise<Optional<DefaultCDPSession>>> expected = new ConcurrentHashMap<>();
    private final Map<String, ScopeState> attaching = new ConcurrentHashMap<>();
    private final Map<String, DefaultCDPSession> dialogs = new ConcurrentHashMap<>();
    /** The browser contexts of the targets that have sessions. */
    private final Map<String, String> contexts = new ConcurrentHashMap<>();

    /** Shared workers, by their target, of which Chrome has not told yet which page has started them. */
    private final Map<String, DefaultCDPSession> unparented = new ConcurrentHashMap<>();

    private final Set<String> unowned = ConcurrentHashMap.newKeySet();

    /** Whom a browser context, a target or a session belongs to; kept after their end, because recordings are read later. */
    private final Map<String, ScopeState> owners = new ConcurrentHashMap<>();

    /** Whose a target is that no test has created, null for nobody's. */
    private volatile @Nullable ScopeState ownerOfTheRest;

    SessionTree(ConversationContext context) {
        this.context = context;
        this.connection = context.connection();
        this.singleTargetRoute = new SingleTargetRoute(context);
        connection.add(browserRoute);
    }

    /** There is no browser at the other end, but one target: from now on what comes without a session id is about that. */
    void expectSingleTarget() {
        connection.add(singleTargetRoute);
    }

    /** Make what is to belong to a new test or class, or everything that belongs to nobody else. */
    ScopeState newScope(boolean everything) {
        var scope = new ScopeState(context, everything, owners::get, this::browserSession);
        if (everything && context.options().ownsBrowser()) {
            ownerOfTheRest = scope;
        }
        return scope;
    }

    private DefaultCDPSession browserSession(ScopeState scope) {
        var remoteEnd = context.remoteEnd();
        var session = new DefaultCDPSession(SessionId.BROWSER, remoteEnd.target(), context, scope, this, null, null);
        if (remoteEnd.isSingleTarget()) {
            singleTargetRoute.add(session);
        } else {
            session.ready().complete(true);
            browserRoute.add(session);
        }
        endIfOver(session);
        return session;
    }

    /** Enable the domains of the only target that there is. */
    void setUp(DefaultCDPSession session) {
        var id = session.target().id();
        owners.put(id, session.scope());
        byTarget.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(session);
        TargetSetup.run(session.commands(), false, singleTargetRoute::runtimeBeingEnabled);
    }

    /** Return a session when its domains are enabled. */
    CDPSession ready(DefaultCDPSession session) {
        return ready(session.target().id(), session, Params.deadline(setupLimit()));
    }

    void own(ScopeState scope, String browserContext) {
        owners.put(browserContext, scope);
    }

    // --- Called by the reader thread

    /** Whether an event is about a session that we let go at once: with a target that is none of ours, or that has one already. */
    @Override
    public boolean isUnowned(@Nullable DefaultCDPSession via, IncomingEvent event) {
        return switch (event.method()) {
            case "Target.attachedToTarget" -> scopeOf(via, event.params()) == null || isSecond(via, event.params());
            case "Target.detachedFromTarget" ->
                unowned.contains(event.params().path("sessionId").asString(""));
            default -> false;
        };
    }

    @Override
    public void onEvent(@Nullable DefaultCDPSession via, IncomingEvent event) {
        switch (event.method()) {
            case "Target.attachedToTarget" -> attached(via, event.params());
            case "Target.detachedFromTarget" ->
                detached(event.params().path("sessionId").asString(""));
            case "Network.requestWillBeSent" -> {
                if (via != null && !unparented.isEmpty()) {
                    asked(via, event.params().path("requestId").asString(""));
                }
            }
            default -> {}
        }
    }

    /**
     * Note that a session asks for something, which may be the script of a shared worker: a request with the id of the worker. Chrome attaches
     * it below the browser, and tells in no other way who has started it; of pages that join in later it tells nothing.
     */
    private void asked(DefaultCDPSession asker, String request) {
        var worker = unparented.get(request);
        if (worker != null && worker.scope() == asker.scope()) {
            unparented.remove(request);
            worker.node().startedBy(asker.node());
            worker.node().came();
        }
    }

    private @Nullable ScopeState scopeOf(@Nullable DefaultCDPSession via, JsonNode params) {
        var info = params.path("targetInfo");
        var asker = attaching.get(info.path("targetId").asString(""));
        if (asker != null) {
            return asker;
        }
        if (via != null) {
            return via.scope();
        }
        var home = owners.get(info.path("browserContextId").asString(""));
        if (home != null) {
            return home;
        }
        var opener = owners.get(info.path("openerId").asString(""));
        // A page that a test has joined outlives it; what it opens afterwards is nobody's again.
        return opener != null && !opener.isClosed() ? opener : ownerOfTheRest;
    }

    private void attached(@Nullable DefaultCDPSession via, JsonNode params) {
        if (!makesSense(params)) {
            return;
        }
        var id = new SessionId(params.path("sessionId").asString(""));
        var info = params.path("targetInfo");
        boolean waiting = params.path("waitingForDebugger").asBoolean(false);
        var scope = scopeOf(via, params);
        if (scope == null || isSecond(via, params)) {
            boolean runsByItself = via == null && info.path("type").asString("").equals("page");
            letGo(id, waiting && !runsByItself, via == null ? SessionId.BROWSER : via.id());
            return;
        }
        var target = TargetInfo.target(info);
        var parent = via != null ? via : opener(info, scope);
        var session = new DefaultCDPSession(id, target, context, scope, this, parent, via);
        if (isForeign(via, info)) {
            session.state().watch().markForeign();
        }
        owners.put(id.value(), scope);
        owners.merge(target.id(), scope, (before, now) -> before.isClosed() ? now : before);
        sessions.put(id.value(), session);
        byTarget.computeIfAbsent(target.id(), key -> new CopyOnWriteArrayList<>())
                .add(session);
        var browserContext = info.path("browserContextId").asString("");
        contexts.put(target.id(), browserContext);
        session.inContext(browserContext);
        connection.add(session);
        scope.add(session);
        if (parent != null) {
            if (!target.type().equals("page") || !parent.state().watch().documentOpened()) {
                session.state().watch().document().complete(true); // the one that it began with is its own
            }
            session.node().came();
        } else if (target.type().equals("shared_worker")) {
            unparented.put(target.id(), session);
        }
        var waited = expected.get(target.id());
        if (waited != null) {
            waited.complete(Optional.of(session));
        }
        if (via != null && !via.isAttached()) { // it ended meanwhile, and did not know of this one yet
            unreachable(via);
        }
        endIfOver(session);
        context.threads().execute(() -> TargetSetup.run(session.commands(), waiting, enabled -> {}));
    }

    /** Whether this can be a new session: nobody but Chrome may break what goes on in the others. */
    private boolean makesSense(JsonNode params) {
        var id = params.path("sessionId").asString("");
        return !id.isEmpty()
                && id.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != '\\')
                && !sessions.containsKey(id)
                && !params.path("targetInfo").path("targetId").asString("").isEmpty();
    }

    /** Whether a target was there without us, or was opened by one that was; what a test has in a context of ours is ours. */
    private boolean isForeign(@Nullable DefaultCDPSession via, JsonNode info) {
        if (context.options().ownsBrowser()) {
            return false;
        }
        return via != null
                ? via.state().watch().isForeign()
                : !owners.containsKey(info.path("browserContextId").asString(""));
    }

    private void endIfOver(DefaultCDPSession session) {
        var end = connection.end();
        if (end != null) {
            session.end(new Answer.Gone(end.reason(), end.detail()));
        }
    }

    private @Nullable DefaultCDPSession opener(JsonNode info, ScopeState scope) {
        return byTarget.getOrDefault(info.path("openerId").asString(""), List.of()).stream()
                .filter(session -> session.scope() == scope)
                .findFirst()
                .orElse(null);
    }

    /** Whether this is a service worker that another page has brought already: each page that it serves would attach it once more. */
    private boolean isSecond(@Nullable DefaultCDPSession via, JsonNode params) {
        var info = params.path("targetInfo");
        return via != null
                && info.path("type").asString("").equals("service_worker")
                && !attaching.containsKey(info.path("targetId").asString(""))
                && byTarget.getOrDefault(info.path("targetId").asString(""), List.of()).stream()
                        .anyMatch(session -> session.isAttached()
                                && !session.id()
                                        .value()
                                        .equals(params.path("sessionId").asString("")));
    }

    /**
     * Detach from a target of others. To detach from a page ends our hold on it, and ours alone; to let it run would end the holds of all who
     * are attached, before a tool in charge of it has prepared it.
     */
    private void letGo(SessionId id, boolean waiting, SessionId via) {
        unowned.add(id.value());
        var ignored = new IgnoredRoute(id);
        connection.add(ignored);
        context.threads().execute(() -> {
            if (waiting) {
                connection.send(ignored, "Runtime.runIfWaitingForDebugger", new byte[0], false);
            }
            connection.send(
                    new IgnoredRoute(via),
                    "Target.detachFromTarget",
                    Json.write(Map.of("sessionId", id.value())),
                    false);
        });
    }

    private void detached(String id) {
        if (id.isEmpty()) {
            return; // the browser session is not detached
        }
        connection.remove(new SessionId(id));
        unowned.remove(id);
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
            dialogs.remove(session.target().id(), session);
            unparented.remove(session.target().id(), session);
            session.end(session.state().end().because(DetachReason.TARGET_CLOSED, ""));
        }
    }

    /**
     * Dismiss a dialog that nobody wants to handle; that of {@code beforeunload} is accepted, so that the navigation goes on.
     * In a page of somebody else it is left alone: a WebDriver wants to find it open.
     */
    @Override
    public void dialogOpened(DefaultCDPSession session, String type) {
        if (session.state().watch().isForeign()) {
            return;
        }
        var target = session.target().id();
        boolean wanted = byTarget.getOrDefault(target, List.of()).stream()
                .anyMatch(sibling -> sibling.delivery().wantsDialogs());
        if (!wanted && dialogs.putIfAbsent(target, session) == null) {
            context.threads()
                    .execute(() -> session.commands()
                            .transmit(
                                    "Page.handleJavaScriptDialog",
                                    Json.write(Map.of("accept", type.equals("beforeunload")))));
        }
    }

    @Override
    public void dialogClosed(DefaultCDPSession session) {
        dialogs.remove(session.target().id());
    }

    /** End the sessions that were reached through one that is no more. */
    @Override
    public void unreachable(DefaultCDPSession gone) {
        sessions.values().stream()
                .filter(session -> session.via() == gone)
                .forEach(session -> session.end(new Answer.Gone(
                        DetachReason.PARENT_DETACHED,
                        gone.target().type() + " " + gone.target().url())));
    }

    // --- Called by tests

    /** Return the session of a page that has just been created, when its domains are enabled and it runs. */
    DefaultCDPSession attached(DefaultCDPSession browser, String target) {
        var arrival = expected.computeIfAbsent(target, key -> new Promise<>());
        try {
            byTarget.getOrDefault(target, List.of()).stream()
                    .findFirst()
                    .ifPresent(session -> arrival.complete(Optional.of(session)));
            return arrived(browser, target, arrival);
        } finally {
            expected.remove(target);
        }
    }

    /** Attach a further session to a target. */
    @Override
    public DefaultCDPSession attach(DefaultCDPSession asker, String target) {
        context.remoteEnd().needsBrowser("attach");
        var browser = asker.scope().browserSession();
        attaching.put(target, asker.scope());
        try {
            var id = browser.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true), setupLimit())
                    .path("sessionId")
                    .asString("");
            var session = sessions.get(id); // made from the event that came before the answer
            if (session == null) {
                throw new SessionDetachedException(
                        "Target.attachToTarget", DetachReason.TARGET_CLOSED, "it closed at the same moment");
            }
            session.attachedByUser();
            return ready(target, session, Params.deadline(setupLimit()));
        } finally {
            attaching.remove(target);
        }
    }

    private DefaultCDPSession arrived(
            DefaultCDPSession browser, String target, Promise<Optional<DefaultCDPSession>> arrival) {
        var deadline = Params.deadline(setupLimit());
        if (connection.end() != null) {
            arrival.complete(Optional.empty());
        }
        try {
            var session = arrival.await(deadline.leftNanos()).orElseThrow(this::over);
            return ready(target, session, deadline);
        } catch (InterruptedException interrupt) {
            throw interrupted(target, interrupt);
        } catch (TimeoutException late) {
            throw new CommandTimeoutException(
                    "Target.attachedToTarget",
                    deadline.limit(),
                    browser.state().watch().obstacles());
        }
    }

    private DefaultCDPSession ready(String target, DefaultCDPSession session, Deadline deadline) {
        try {
            session.ready().await(deadline.leftNanos());
        } catch (InterruptedException interrupt) {
            throw interrupted(target, interrupt);
        } catch (TimeoutException late) {
            throw new CommandTimeoutException(
                    "enabling the domains of target " + target, setupLimit(), Hints.standstill(session.state()));
        }
        var ended = session.state().end().get();
        if (ended != null) {
            throw new SessionDetachedException("attaching to " + target, ended.reason(), ended.detail());
        }
        return session;
    }

    private static CDPException interrupted(String target, InterruptedException interrupt) {
        return Await.interrupted("waiting for the session of target " + target, interrupt);
    }

    private Duration setupLimit() {
        return context.options().setupLimit();
    }

    private SessionDetachedException over() {
        var end = Objects.requireNonNull(connection.end());
        return new SessionDetachedException("Target.createTarget", end.reason(), end.detail());
    }

    /** Note that a command is about to end sessions. */
    @Override
    public void endRequested(DefaultCDPSession asker, String method, JsonNode params) {
        var by = "by " + method;
        switch (method) {
            case "Target.detachFromTarget" -> {
                var session = sessions.get(params.path("sessionId").asString(""));
                if (session != null) {
                    session.state().end().detachRequested(by);
                }
            }
            case "Page.close" -> closeRequested(asker.target().id(), by);
            case "Target.closeTarget" -> closeRequested(params.path("targetId").asString(""), by);
            default -> {
                var browserContext = params.path("browserContextId").asString("");
                contexts.forEach((target, home) -> {
                    if (home.equals(browserContext)) {
                        closeRequested(target, by);
                    }
                });
            }
        }
    }

    private void closeRequested(String target, String by) {
        byTarget.getOrDefault(target, List.of())
                .forEach(session -> session.state().end().closeRequested(by));
    }

    /** Detach a session where it was attached: the session of its parent, or the browser's. */
    @Override
    public void detach(DefaultCDPSession session) {
        var via = session.via() != null ? session.via() : session.scope().browserSession();
        try {
            via.send("Target.detachFromTarget", Map.of("sessionId", session.id().value()), setupLimit());
        } catch (CDPException gone) {
            // It has ended in another way at the same moment, which is what was asked for.
        }
    }

    /** Let go of everything that belongs to a scope, which has these browser contexts. */
    void release(ScopeState scope, Collection<String> browserContexts) {
        var browser = scope.browserSession();
        scope.sessions().stream()
                .filter(session -> session.isAttachedByUser() && session.isAttached())
                .forEach(DefaultCDPSession::detach);
        var disposals = browserContexts.stream()
                .map(id -> browser.commands()
                        .transmit("Target.disposeBrowserContext", Json.write(Map.of("browserContextId", id))))
                .toList();
        var over = new Answer.Gone(DetachReason.TARGET_CLOSED, "the test it belonged to is over");
        scope.sessions().forEach(session -> session.end(over));
        if (!context.options().ownsBrowser()) {
            var deadline = Params.deadline(setupLimit());
            try {
                disposals.forEach(disposal -> browser.commands().await(disposal, deadline));
            } finally {
                forget(browser);
            }
        } else {
            forget(browser);
        }
    }

    private void forget(DefaultCDPSession browser) {
        browserRoute.remove(browser);
        singleTargetRoute.remove(browser);
    }

    void endAll(ConnectionEnd end) {
        var gone = new Answer.Gone(end.reason(), end.detail());
        sessions.values().forEach(session -> session.end(gone));
        browserRoute.sessions().forEach(session -> session.end(gone));
        singleTargetRoute.sessions().forEach(session -> session.end(gone));
        expected.values().forEach(arrival -> arrival.complete(Optional.empty()));
    }
}
