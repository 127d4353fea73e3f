package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.internal.spi.Evaluated;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A session, as a test calls it; what the reader thread hands over comes by its {@link SessionRoute}. */
final class DefaultCDPSession extends AbstractCDPSession implements AssertedSession {

    private final SessionId id;
    private final SessionNode node;
    private final SessionState state;
    private final EventDelivery delivery;
    private final SessionRoute route;
    private final EventNames events;
    private final SessionCommands commands;
    private final Activity activity;
    private final PausablePage pausable;
    private final SessionShutdown shutdown;
    private final ScopeState scope;
    private final SessionHost host;
    private final @Nullable DefaultCDPSession via;
    private volatile String browserContextId = "";
    private volatile boolean attachedByUser;

    /**
     * Create a session that is attached already.
     *
     * @param parent whose target has started or holds this one, null if there is none or it is not told yet
     * @param via through which Chrome reaches this one, null if that is the browser's
     */
    DefaultCDPSession(
            SessionId id,
            Target target,
            ConversationContext context,
            ScopeState scope,
            SessionHost host,
            @Nullable DefaultCDPSession parent,
            @Nullable DefaultCDPSession via) {
        this.id = id;
        this.scope = scope;
        this.host = host;
        this.via = via;
        this.node = new SessionNode(this, parent == null ? null : parent.node);
        this.state = new SessionState(id, target, context, node);
        this.delivery = new EventDelivery(context.threads(), state.failures(), scope::handlerFailed);
        this.route = new SessionRoute(this, state, delivery, host);
        this.events = new EventNames(state, scope::names);
        var effects = new CommandEffects(
                state,
                scope.messages(),
                (method, params) -> host.endRequested(this, method, params),
                params -> host.attachRequested(this, params));
        this.commands = new SessionCommands(state, delivery, effects, route);
        this.activity = new Activity(state);
        this.pausable = new PausablePage(commands);
        this.shutdown = new SessionShutdown(commands, pausable, () -> host.unreachable(this));
    }

    // --- Who and what

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public Target target() {
        return state.target();
    }

    @Override
    public Optional<String> browserContextId() {
        return browserContextId.isEmpty() ? Optional.empty() : Optional.of(browserContextId);
    }

    @Override
    public Optional<CDPSession> parent() {
        return node.parent();
    }

    @Override
    public List<CDPSession> children() {
        return node.children();
    }

    @Override
    public Recording recording() {
        return scope.messages().recordingOf(id);
    }

    @Override
    Duration timeout() {
        return state.options().timeout();
    }

    @Override
    public Ticker ticker() {
        return state.context().ticker();
    }

    // --- Commands

    @Override
    public JsonNode send(String method, @Nullable Object params, Duration timeout) {
        return commands.send(method, params, timeout);
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params, Duration timeout) {
        return commands.sendAsync(method, params, timeout);
    }

    // --- Events

    @Override
    public Subscription on(String event, Consumer<CDPEvent> handler) {
        return delivery.subscriptions().add(events.check(event), handler, false);
    }

    @Override
    public Subscription once(String event, Consumer<CDPEvent> handler) {
        return delivery.subscriptions().add(events.check(event), handler, true);
    }

    @Override
    public void checkCanCome(String event) {
        events.checkCanCome(event);
    }

    @Override
    public Subscription onEvent(Consumer<CDPEvent> handler) {
        return delivery.subscriptions().addToAll(handler);
    }

    @Override
    public List<Subscription> subscriptions() {
        return delivery.subscriptions().list();
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Duration timeout, Runnable action) {
        Params.given(condition, "a condition");
        Params.given(action, "an action");
        var deadline = Params.deadline(timeout, ticker());
        try (var wait = new EventWait(state, delivery, Set.of(events.check(event)))) {
            action.run();
            events.checkCanCome(event); // not before, for the action may enable its domain
            var first = wait.first(event, condition, deadline);
            scope.demands().event(first);
            return first;
        }
    }

    // --- For assertions

    @Override
    public StrictNames names() {
        return scope.names();
    }

    @Override
    public Duration assertionTimeout() {
        return state.options().assertionTimeout();
    }

    @Override
    public HandlerWatch watchHandlers(Runnable alarm) {
        return state.failures().begin().wake(failure -> alarm.run());
    }

    @Override
    public Optional<Duration> untilQuiet(Duration quiet, Duration limit, Predicate<String> counts) {
        return activity.untilQuiet(quiet, limit, counts);
    }

    @Override
    public void waitedInVain(Duration limit) {
        activity.waitedInVain(limit);
    }

    @Override
    public List<String> pending() {
        return activity.pending();
    }

    @Override
    public Demands demands() {
        return scope.demands();
    }

    @Override
    public List<CDPSession> descendants() {
        return List.copyOf(scope.descendantsOf(node));
    }

    @Override
    public Subscription onDescendant(Consumer<CDPSession> listener) {
        return node.onDescendant(listener);
    }

    @Override
    public Recording recordingWithDescendants() {
        return state.context()
                .recorder()
                .recording(session -> session.equals(id) || scope.isDescendantOf(node, session));
    }

    @Override
    public Evaluated tryEvaluate(String expression, Duration limit) {
        var params = Evaluation.paramsOfLook(Params.given(expression, "an expression"));
        var deadline = Params.deadline(limit, ticker());
        state.watch().script().await("Runtime.evaluate", deadline);
        return Evaluation.outcome(send("Runtime.evaluate", params, limit), new RemoteObjects(commands, deadline));
    }

    @Override
    public boolean isStoppedInDebugger() {
        return state.watch().isDebuggerPaused() && !delivery.wants("Debugger.paused");
    }

    // --- Children and the end

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Duration timeout, Runnable action) {
        state.context().remoteEnd().needsPage("awaitChild");
        Params.given(condition, "a condition");
        Params.given(action, "an action");
        var deadline = Params.deadline(timeout, ticker());
        try (var wait = new ChildWait(state)) {
            action.run();
            return wait.first(condition, deadline);
        }
    }

    @Override
    public CDPSession attach(String targetId) {
        return host.attach(this, Params.given(targetId, "the id of a target"));
    }

    @Override
    public void detach() {
        if (id.isBrowser()) {
            throw new UnsupportedOperationException(
                    state.context().remoteEnd().isSingleTarget()
                            ? "the session with the only target of a connection cannot be detached: it ends with the connection, when the test is done"
                            : "the browser session cannot be detached: it ends with the connection, when the test class is done");
        }
        if (!isAttached()) {
            return;
        }
        children().forEach(CDPSession::detach);
        state.end().detachRequested("by CDPSession.detach()");
        host.detach(this);
        end(state.end().because(DetachReason.DETACHED, ""));
    }

    @Override
    public boolean isAttached() {
        return state.end().get() == null;
    }

    @Override
    public Optional<DetachReason> detachReason() {
        return state.end().reason();
    }

    @Override
    public String detachSentence() {
        return state.end().sentence();
    }

    @Override
    public void onDetached(Consumer<DetachReason> handler) {
        shutdown.onDetached(Params.given(handler, "a handler"));
    }

    // --- What every test needs

    @Override
    public JsonNode navigate(String url, Duration timeout) {
        TargetKind.needsPage(state, "navigate");
        return Navigation.navigate(commands, Params.given(url, "a URL"), timeout);
    }

    @Override
    public void awaitLoad(Duration timeout) {
        TargetKind.needsPage(state, "awaitLoad");
        Navigation.awaitLoad(commands, timeout);
    }

    @Override
    public JsonNode evaluate(String expression, Duration timeout) {
        var params = Evaluation.params(Params.given(expression, "an expression"));
        var deadline = Params.deadline(timeout, ticker());
        state.watch().script().await("Runtime.evaluate", deadline);
        return Evaluation.value(send("Runtime.evaluate", params, timeout), new RemoteObjects(commands, deadline));
    }

    @Override
    public byte[] screenshot() {
        TargetKind.needsPage(state, "screenshot");
        var data = send("Page.captureScreenshot", Map.of("format", "png")).path("data");
        return Base64.getDecoder().decode(data.asString(""));
    }

    @Override
    public void pause() {
        Pause.begin(state.options().pausing(), List.of(pausable), "the test is paused");
    }

    // --- For the classes beside

    /** End the session for good; only the first reason counts. */
    void end(Answer.Gone gone) {
        shutdown.ended(gone).run();
    }

    @Override
    public Promise<Boolean> ready() {
        return state.ready();
    }

    @Override
    public Promise<Boolean> document() {
        return state.document();
    }

    @Override
    public Optional<String> navigation() {
        return PendingRequests.lineOfNavigation(state);
    }

    SessionState state() {
        return state;
    }

    SessionCommands commands() {
        return commands;
    }

    EventDelivery delivery() {
        return delivery;
    }

    SessionNode node() {
        return node;
    }

    SessionRoute route() {
        return route;
    }

    PausablePage pausable() {
        return pausable;
    }

    SessionShutdown shutdown() {
        return shutdown;
    }

    ScopeState scope() {
        return scope;
    }

    @Nullable
    DefaultCDPSession via() {
        return via;
    }

    void inContext(String context) {
        browserContextId = context;
    }

    /** Note that this session was asked for by {@code attach}, with a target that outlives it. */
    void attachedByUser() {
        attachedByUser = true;
    }

    boolean isAttachedByUser() {
        return attachedByUser;
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
