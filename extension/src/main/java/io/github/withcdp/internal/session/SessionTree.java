package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sessions of one browser as they come and go. Sessions are made by the reader thread from {@code Target.attachedToTarget}, before
 * any event of theirs can arrive; what is then to be said to the target is said by another thread.
 */
final class SessionTree implements SessionHost {

    private final ConversationContext context;
    private final BrowserRoute browserRoute = new BrowserRoute(this);
    private final SingleTargetRoute singleTargetRoute;
    private final SessionRegistry registry = new SessionRegistry();
    private final Ownership ownership;
    private final TargetAttachment attachment;
    private final DialogDismissal dialogs;
    private final SharedWorkers sharedWorkers = new SharedWorkers();
    private final Set<String> unowned = ConcurrentHashMap.newKeySet();

    SessionTree(ConversationContext context) {
        this.context = context;
        this.singleTargetRoute = new SingleTargetRoute(context);
        this.ownership = new Ownership(context);
        this.attachment = new TargetAttachment(context, registry, ownership);
        this.dialogs = new DialogDismissal(context, registry);
        context.connection().add(browserRoute);
    }

    /** There is no browser at the other end, but one target: from now on what comes without a session id is about that. */
    void expectSingleTarget() {
        context.connection().add(singleTargetRoute);
    }

    /** Make what is to belong to a new test or class, or everything that belongs to nobody else. */
    ScopeState newScope(boolean everything) {
        var scope = new ScopeState(context, everything, ownership::owner, this::browserSession);
        if (everything && context.options().ownsBrowser()) {
            ownership.ownTheRest(scope);
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
        ownership.own(session.scope(), session.target().id());
        registry.addSingle(session);
        film(session);
        TargetSetup.run(session.commands(), false, singleTargetRoute::runtimeBeingEnabled);
    }

    private void film(DefaultCDPSession session) {
        if (context.options().film() && session.target().type().equals("page")) {
            session.scope().film().begin(session.commands());
        }
    }

    private static void intercept(DefaultCDPSession session) {
        session.scope().interceptor().ifPresent(interceptor -> Interception.begin(session.commands(), interceptor));
    }

    void own(ScopeState scope, String browserContext) {
        ownership.own(scope, browserContext);
    }

    TargetAttachment attachment() {
        return attachment;
    }

    // --- Called by the reader thread

    /** Whether an event is about a session that we let go at once: with a target that is none of ours, or that has one already. */
    @Override
    public boolean isUnowned(@Nullable DefaultCDPSession via, IncomingEvent event) {
        return switch (event.method()) {
            case "Target.attachedToTarget" ->
                ownership.of(via, event.params().path("targetInfo")) == null || isSecond(via, event.params());
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
                if (via != null) {
                    sharedWorkers.requested(via, event);
                }
            }
            case "Network.loadingFinished", "Network.loadingFailed" -> {
                if (via != null) {
                    via.scope()
                            .interceptor()
                            .ifPresent(interceptor -> interceptor.ended(
                                    event.params().path("requestId").asString("")));
                }
            }
            default -> {}
        }
    }

    private void attached(@Nullable DefaultCDPSession via, JsonNode params) {
        if (!makesSense(params)) {
            return;
        }
        var id = new SessionId(params.path("sessionId").asString(""));
        var info = params.path("targetInfo");
        boolean waiting = params.path("waitingForDebugger").asBoolean(false);
        var scope = ownership.of(via, info);
        if (scope == null || isSecond(via, params)) {
            boolean runsByItself = via == null && info.path("type").asString("").equals("page");
            letGo(id, waiting && !runsByItself, via == null ? SessionId.BROWSER : via.id());
            return;
        }
        var parent = via != null ? via : opener(info, scope);
        var session = new DefaultCDPSession(id, TargetInfo.target(info), context, scope, this, parent, via);
        if (ownership.isForeign(via, info)) {
            session.state().watch().markForeign();
        }
        if (waiting) {
            session.state()
                    .watch()
                    .script()
                    .expect(session.target(), context.remoteEnd().version());
        }
        var browserContext = info.path("browserContextId").asString("");
        session.inContext(browserContext);
        ownership.own(scope, session);
        registry.add(session, browserContext);
        context.connection().add(session.route());
        scope.add(session);
        arrive(session, parent);
        attachment.attached(session);
        if (via != null && !via.isAttached()) { // it ended meanwhile, and did not know of this one yet
            unreachable(via);
        }
        endIfOver(session);
        context.threads().execute(() -> {
            film(session);
            intercept(session);
            TargetSetup.run(session.commands(), waiting, enabled -> {});
        });
    }

    /** Tell the parent of a new session, or whoever may find out which one that is. */
    private void arrive(DefaultCDPSession session, @Nullable DefaultCDPSession parent) {
        var type = session.target().type();
        if (parent != null) {
            if (!type.equals("page") || !parent.state().watch().documentOpened()) {
                session.state().watch().document().complete(true); // the one that it began with is its own
            }
            session.node().came();
        } else if (type.equals("shared_worker")) {
            sharedWorkers.add(session);
        }
    }

    /** Whether this can be a new session: nobody but Chrome may break what goes on in the others. */
    private boolean makesSense(JsonNode params) {
        var id = params.path("sessionId").asString("");
        return !id.isEmpty()
                && id.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != '\\')
                && registry.get(id) == null
                && !params.path("targetInfo").path("targetId").asString("").isEmpty();
    }

    private @Nullable DefaultCDPSession opener(JsonNode info, ScopeState scope) {
        return registry.ofTarget(info.path("openerId").asString("")).stream()
                .filter(session -> session.scope() == scope)
                .findFirst()
                .orElse(null);
    }

    /** Whether this is a service worker that another page has brought already: each page that it serves would attach it once more. */
    private boolean isSecond(@Nullable DefaultCDPSession via, JsonNode params) {
        var info = params.path("targetInfo");
        var target = info.path("targetId").asString("");
        return via != null
                && info.path("type").asString("").equals("service_worker")
                && !ownership.isAttaching(target)
                && registry.ofTarget(target).stream()
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
        var connection = context.connection();
        connection.add(ignored);
        context.threads().execute(() -> {
            if (waiting) {
                connection.send(ignored, "Runtime.runIfWaitingForDebugger", new byte[0], false);
            }
            var params = Json.write(Map.of("sessionId", id.value()));
            connection.send(new IgnoredRoute(via), "Target.detachFromTarget", params, false);
        });
    }

    private void detached(String id) {
        if (id.isEmpty()) {
            return; // the browser session is not detached
        }
        context.connection().remove(new SessionId(id));
        unowned.remove(id);
        var session = registry.remove(id);
        if (session != null) {
            dialogs.detached(session);
            sharedWorkers.remove(session);
            session.end(session.state().end().because(DetachReason.TARGET_CLOSED, ""));
        }
    }

    @Override
    public void dialogOpened(DefaultCDPSession session, String type) {
        dialogs.opened(session, type);
    }

    @Override
    public void dialogClosed(DefaultCDPSession session) {
        dialogs.closed(session);
    }

    // --- Ends

    private void endIfOver(DefaultCDPSession session) {
        var end = context.connection().end();
        if (end != null) {
            session.end(new Answer.Gone(end.reason(), end.detail()));
        }
    }

    /** End the sessions that were reached through one that is no more. */
    @Override
    public void unreachable(DefaultCDPSession gone) {
        registry.all().stream()
                .filter(session -> session.via() == gone)
                .forEach(session -> session.end(new Answer.Gone(
                        DetachReason.PARENT_DETACHED,
                        gone.target().type() + " " + gone.target().url())));
    }

    void endAll(ConnectionEnd end) {
        var gone = new Answer.Gone(end.reason(), end.detail());
        registry.all().forEach(session -> session.end(gone));
        browserRoute.sessions().forEach(session -> session.end(gone));
        singleTargetRoute.sessions().forEach(session -> session.end(gone));
        attachment.end();
    }

    // --- Called by tests

    @Override
    public CDPSession attach(DefaultCDPSession asker, String target) {
        return attachment.attach(asker, target);
    }

    @Override
    public Consumer<Answer> attachRequested(DefaultCDPSession asker, JsonNode params) {
        return attachment.requested(asker, params);
    }

    @Override
    public void endRequested(DefaultCDPSession asker, String method, JsonNode params) {
        var by = "by " + method;
        switch (method) {
            case "Target.detachFromTarget" -> {
                var session = registry.get(params.path("sessionId").asString(""));
                if (session != null) {
                    session.state().end().detachRequested(by);
                }
            }
            case "Browser.close" -> {
                context.connection().expectEnd(by);
                registry.all().forEach(session -> session.state().end().closeRequested(by));
            }
            case "Page.close" -> closeRequested(asker.target().id(), by);
            case "Target.closeTarget" -> closeRequested(params.path("targetId").asString(""), by);
            default ->
                registry.targetsIn(params.path("browserContextId").asString(""))
                        .forEach(target -> closeRequested(target, by));
        }
    }

    private void closeRequested(String target, String by) {
        registry.ofTarget(target).forEach(session -> session.state().end().closeRequested(by));
    }

    /** Detach a session where it was attached: the session of its parent, or the browser's. */
    @Override
    public void detach(DefaultCDPSession session) {
        var via = session.via() != null ? session.via() : session.scope().browserSession();
        var params = Map.of("sessionId", session.id().value());
        try {
            via.send("Target.detachFromTarget", params, context.options().setupLimit());
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
        try {
            if (!context.options().ownsBrowser()) {
                var deadline = Params.deadline(context.options().setupLimit(), context.ticker());
                disposals.forEach(disposal -> browser.commands().await(disposal, deadline));
            }
        } finally {
            browserRoute.remove(browser);
            singleTargetRoute.remove(browser);
        }
    }
}
