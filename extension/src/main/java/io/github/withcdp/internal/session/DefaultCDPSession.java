package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Connection;
import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.connection.Route;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.DetachReasons;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A session: what a test calls on one side, what the reader thread hands over on the other. */
final class DefaultCDPSession implements CDPSession, AssertedSession, Route {

    /** What a crashed page still answers, and what brings it back. */
    private static final Set<String> REVIVING = Set.of("Page.navigate", "Page.reload");

    /** What ends sessions: then it was us, and nobody else. */
    private static final Set<String> ENDING =
            Set.of("Page.close", "Target.closeTarget", "Target.detachFromTarget", "Target.disposeBrowserContext");

    private final SessionId id;
    private final ConversationContext context;
    private final ScopeState scope;
    private final SessionTree tree;
    private volatile @Nullable DefaultCDPSession parent;
    private final @Nullable DefaultCDPSession via;
    private final PageWatch watch;
    private final EventDelivery delivery;
    private final Activity activity;
    private final Children children = new Children();
    private final Set<String> enabled = ConcurrentHashMap.newKeySet();
    private final Promise<Boolean> ready = new Promise<>();
    private final AtomicReference<Answer.@Nullable Gone> end = new AtomicReference<>();
    private final Queue<Consumer<DetachReason>> detachHandlers = new ConcurrentLinkedQueue<>();
    private final List<Consumer<CDPSession>> descendantListeners = new CopyOnWriteArrayList<>();
    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private volatile Answer.@Nullable Gone crash;
    private volatile String detachedBy = "";
    private volatile String closedBy = "";
    private volatile String browserContextId = "";
    private volatile boolean attachedByUser;

    DefaultCDPSession(
            SessionId id,
            Target target,
            ConversationContext context,
            ScopeState scope,
            SessionTree tree,
            @Nullable DefaultCDPSession parent,
            @Nullable DefaultCDPSession via) {
        this.id = id;
        this.scope = scope;
        this.context = context;
        this.tree = tree;
        this.parent = parent;
        this.via = via;
        this.watch = new PageWatch(target);
        this.delivery = new EventDelivery(context.threads(), scope::handlerFailed);
        this.activity = new Activity(this);
    }

    // --- Who and what

    @Override
    public SessionId id() {
        return id;
    }

    @Override
    public Target target() {
        return watch.target();
    }

    @Override
    public Optional<String> browserContextId() {
        return browserContextId.isEmpty() ? Optional.empty() : Optional.of(browserContextId);
    }

    @Override
    public Optional<CDPSession> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public List<CDPSession> children() {
        return List.copyOf(children.list());
    }

    @Override
    public Recording recording() {
        return scope.messages().recordingOf(id);
    }

    @Override
    public CapturedEvents events() {
        return recording().events();
    }

    // --- Commands

    @Override
    public JsonNode send(String method) {
        return send(method, null);
    }

    @Override
    public JsonNode send(String method, @Nullable Object params) {
        return send(method, params, context.options().timeout());
    }

    @Override
    public JsonNode send(String method, @Nullable Object params, Duration timeout) {
        var deadline = Params.deadline(timeout);
        var json = Params.encode(Params.method(method), params);
        try (var failures = failures().begin()) {
            failures.check(method);
            var command = transmit(method, json);
            return Answers.of(this, command, Await.answer(this, command, deadline, failures));
        }
    }

    @Override
    public <T> T send(String method, @Nullable Object params, Class<T> resultType) {
        var result = send(method, params);
        return ResultBinding.bind("result of " + method, result, Params.given(resultType, "a type"));
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params) {
        return sendAsync(method, params, context.options().timeout());
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params, Duration timeout) {
        Params.deadline(timeout); // refuses one of nothing
        return AsyncCommand.send(this, transmit(method, Params.encode(Params.method(method), params)), timeout);
    }

    /** Send a command, unless it is known that nobody would answer it. */
    PendingCommand transmit(String method, byte[] params) {
        var gone = gone(method);
        if (gone != null) {
            return PendingCommand.unsent(this, method, gone);
        }
        if (method.endsWith(".enable")) {
            enabled.add(method.substring(0, method.length() - ".enable".length()));
        } else if (method.endsWith(".disable")) {
            enabled.remove(method.substring(0, method.length() - ".disable".length()));
        } else if (ENDING.contains(method)) {
            tree.endRequested(this, method, Json.read(params, 0, params.length));
        }
        var release = watch.release(method, params);
        var command = connection().send(this, method, params, true);
        release.ifPresent(command::whenDone);
        if (id.isBrowser()) {
            scope.messages().browserCommand(command.id());
        }
        gone = gone(method); // whoever ended the session meanwhile did not see this command yet
        if (gone != null) {
            command.complete(gone);
        }
        return command;
    }

    /** Send a command that is no part of what the test says. */
    PendingCommand transmitUnrecorded(String method, byte[] params) {
        var gone = gone(method);
        return gone == null
                ? connection().send(this, method, params, false)
                : PendingCommand.unsent(this, method, gone);
    }

    private Answer.@Nullable Gone gone(String method) {
        var ended = end.get();
        return ended != null || REVIVING.contains(method) ? ended : crash;
    }

    /** Why the target cannot be expected to answer now; empty if it can. */
    Optional<String> obstacle() {
        var ended = end.get();
        var gone = ended != null ? ended : crash;
        if (gone != null) {
            return Optional.of(gone.reason().sentence());
        }
        return watch.standstill().stream().findFirst();
    }

    List<PendingCommand> unanswered() {
        return connection().unanswered(this);
    }

    boolean enabled(String domain) {
        return enabled.contains(domain);
    }

    // --- Events

    @Override
    public Subscription on(String event, Consumer<CDPEvent> handler) {
        return subscribe(event, handler, false);
    }

    @Override
    public Subscription once(String event, Consumer<CDPEvent> handler) {
        return subscribe(event, handler, true);
    }

    private Subscription subscribe(String event, Consumer<CDPEvent> handler, boolean once) {
        return delivery.subscriptions().add(Params.method(event), Params.given(handler, "a handler of " + event), once);
    }

    @Override
    public Subscription onEvent(Consumer<CDPEvent> handler) {
        return delivery.subscriptions().addToAll(Params.given(handler, "a handler"));
    }

    @Override
    public CDPEvent await(String event) {
        return await(event, () -> {});
    }

    @Override
    public CDPEvent await(String event, Runnable action) {
        return await(event, any -> true, action);
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Runnable action) {
        return await(event, condition, context.options().timeout(), action);
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Duration timeout, Runnable action) {
        Params.given(condition, "a condition");
        Params.given(action, "an action");
        var deadline = Params.deadline(timeout);
        try (var wait = new EventWait(this, Set.of(Params.method(event)))) {
            action.run();
            return wait.first(event, condition, deadline);
        }
    }

    @Override
    public Duration assertionTimeout() {
        return context.options().assertionTimeout();
    }

    @Override
    public HandlerWatch watchHandlers(Runnable alarm) {
        return failures().begin().wake(failure -> alarm.run());
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
    public List<CDPSession> descendants() {
        return scope.sessions().stream()
                .filter(this::isAncestorOf)
                .<CDPSession>map(session -> session)
                .toList();
    }

    @Override
    public Subscription onDescendant(Consumer<CDPSession> listener) {
        descendantListeners.add(listener);
        return () -> descendantListeners.remove(listener);
    }

    @Override
    public Recording recordingWithDescendants() {
        return context.recorder().recording(session -> session.equals(id) || isAncestorOf(session));
    }

    private boolean isAncestorOf(SessionId session) {
        return scope.sessions().stream().anyMatch(other -> other.id().equals(session) && isAncestorOf(other));
    }

    private boolean isAncestorOf(DefaultCDPSession session) {
        var ancestor = session.parent;
        while (ancestor != null && ancestor != this) {
            ancestor = ancestor.parent;
        }
        return ancestor == this;
    }

    // --- Children and the end

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Runnable action) {
        return awaitChild(condition, context.options().timeout(), action);
    }

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Duration timeout, Runnable action) {
        context.remoteEnd().needsPage("awaitChild");
        Params.given(condition, "a condition");
        Params.given(action, "an action");
        var deadline = Params.deadline(timeout);
        try (var wait = new ChildWait(this)) {
            action.run();
            return wait.first(condition, deadline);
        }
    }

    @Override
    public CDPSession attach(String targetId) {
        return tree.attach(this, Params.given(targetId, "the id of a target"));
    }

    @Override
    public void detach() {
        if (id.isBrowser()) {
            throw new UnsupportedOperationException(
                    context.remoteEnd().isSingleTarget()
                            ? "the session with the only target of a connection cannot be detached: it ends with the connection, when the test is done"
                            : "the browser session cannot be detached: it ends with the connection, when the test class is done");
        }
        if (end.get() != null) {
            return;
        }
        children.list().forEach(DefaultCDPSession::detach);
        detachRequested("by CDPSession.detach()");
        tree.detach(this);
        end(ended(DetachReason.DETACHED, ""));
    }

    @Override
    public boolean isAttached() {
        return end.get() == null;
    }

    @Override
    public Optional<DetachReason> detachReason() {
        return Optional.ofNullable(end.get()).map(Answer.Gone::reason);
    }

    @Override
    public String detachSentence() {
        var gone = end.get();
        return gone == null ? "" : gone.reason().sentence(gone.detail());
    }

    @Override
    public void onDetached(Consumer<DetachReason> handler) {
        detachHandlers.add(Params.given(handler, "a handler"));
        var ended = end.get();
        if (ended != null) {
            tellDetached(ended.reason());
        }
    }

    // --- What every test needs

    private void needsPage(String what) {
        context.remoteEnd().needsPage(what);
        TargetKind.needsPage(this, what);
    }

    @Override
    public JsonNode navigate(String url) {
        return navigate(url, context.options().timeout());
    }

    @Override
    public JsonNode navigate(String url, Duration timeout) {
        needsPage("navigate");
        return Navigation.navigate(this, Params.given(url, "a URL"), timeout);
    }

    @Override
    public void awaitLoad() {
        awaitLoad(context.options().timeout());
    }

    @Override
    public void awaitLoad(Duration timeout) {
        needsPage("awaitLoad");
        Navigation.awaitLoad(this, timeout);
    }

    @Override
    public JsonNode evaluate(String expression) {
        return evaluate(expression, context.options().timeout());
    }

    @Override
    public JsonNode evaluate(String expression, Duration timeout) {
        var params = Evaluation.params(Params.given(expression, "an expression"));
        var deadline = Params.deadline(timeout);
        return Evaluation.value(send("Runtime.evaluate", params, timeout), new Handles(this, deadline));
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type) {
        return evaluate(expression, type, context.options().timeout());
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type, Duration timeout) {
        Params.given(type, "a type");
        var value = evaluate(expression, timeout);
        if (!type.isInstance(value) && (value.isNull() || value.isMissingNode())) {
            throw new CDPException("The value of the expression is %s, which does not fit %s; it was: %s"
                    .formatted(value.isNull() ? "null" : "undefined", type.getName(), MessageText.cut(expression)));
        }
        return ResultBinding.bind("value of the expression", value, type);
    }

    @Override
    public byte[] screenshot() {
        needsPage("screenshot");
        var data = send("Page.captureScreenshot", Map.of("format", "png")).path("data");
        return Base64.getDecoder().decode(data.asString(""));
    }

    @Override
    public void pause() {
        Pause.begin(context.options().pausing(), List.of(this), "the test is paused");
    }

    // --- What the reader thread hands over

    @Override
    public boolean recorded(IncomingEvent event) {
        return !ResumeFunction.isCall(event) && !tree.isUnowned(this, event);
    }

    @Override
    public void onEvent(IncomingEvent event, boolean recorded) {
        if (!recorded && ResumeFunction.isCall(event)) {
            pauses.forEach(pause -> pause.resumed(this));
            return;
        }
        var sign = watch.see(event);
        switch (sign) { // what its handlers rely on
            case RELOADED -> crash = null;
            case DIALOG_OPENED -> // asked now, because a handler that is called once is none afterwards
                tree
                        
                        .dialogOpened(this, event.params().path("type").asString(""));
            case DIALOG_CLOSED -> tree.dialogClosed(this);
            case NONE, CRASHED, GONE, DETACHED, MOVED -> {}
        }
        if (recorded) {
            deliver(event);
        }
        switch (sign) { // what ends waits, of which one may be for this very event
            case CRASHED -> crashed();
            case GONE, DETACHED ->
                end(ended(
                        PageWatch.reason(sign),
                        DetachReasons.words(event.params().path("reason").asString(""))));
            case MOVED -> tree.moved(this);
            case NONE, RELOADED, DIALOG_OPENED, DIALOG_CLOSED -> {}
        }
        tree.onEvent(this, event);
    }

    /** Hand an event to those who want it. */
    void deliver(IncomingEvent event) {
        delivery.deliver(event);
    }

    @Override
    public long eventsHandedOver() {
        return delivery.dispatcher().given();
    }

    /** Whether a dialog is left to somebody's handler or wait. */
    boolean wantsDialogs() {
        return delivery.wantsDialogs();
    }

    private void crashed() {
        watch.crashed();
        tree.dialogClosed(this);
        var gone = new Answer.Gone(
                DetachReason.TARGET_CRASHED, target().url() + " (Page.navigate or Page.reload brings it back)");
        crash = gone;
        // A thread that learns of the crash may bring the page back at once, and what it then waits for must not end
        // here.
        var events = delivery.waits();
        var newChildren = children.waits();
        connection().fail(this, gone);
        events.forEach(wait -> wait.end(gone));
        newChildren.forEach(wait -> wait.end(gone));
        tree.orphan(this);
    }

    /** End the session for good; only the first reason counts. */
    void end(Answer.Gone gone) {
        if (!end.compareAndSet(null, gone)) {
            return;
        }
        connection().fail(this, gone);
        delivery.waits().forEach(wait -> wait.end(gone));
        children.waits().forEach(wait -> wait.end(gone));
        pauses.forEach(pause -> pause.ended(this, gone));
        ready.complete(true);
        watch.document().complete(true);
        if (parent != null) {
            parent.children.went(this);
        }
        tree.orphan(this);
        tellDetached(gone.reason());
        delivery.subscriptions().clear(); // they may hold on to a whole test
    }

    private void tellDetached(DetachReason reason) {
        for (var handler = detachHandlers.poll(); handler != null; handler = detachHandlers.poll()) {
            delivery.tell(handler, reason);
        }
    }

    // --- For the classes beside

    void add(EventWait wait) {
        delivery.add(wait);
        var ended = end.get(); // looked at afterwards: whoever ends the session meanwhile may not have seen the wait
        if (ended != null) {
            wait.end(ended);
        }
    }

    void remove(EventWait wait) {
        delivery.remove(wait);
    }

    void add(ChildWait wait) {
        children.add(wait);
        var ended = end.get();
        if (ended != null) {
            wait.end(ended);
        }
    }

    void remove(ChildWait wait) {
        children.remove(wait);
    }

    void add(Pause pause) {
        pauses.add(pause);
        var ended = end.get();
        if (ended != null) {
            pause.ended(this, ended);
        }
    }

    void remove(Pause pause) {
        pauses.remove(pause);
    }

    /** Return the frames of other sites that live in processes, and so have sessions, of their own. */
    List<DefaultCDPSession> frames() {
        return children.list().stream()
                .filter(child -> child.target().type().equals("iframe"))
                .toList();
    }

    /** Note who has started this, where that is told only when it is there. */
    void startedBy(DefaultCDPSession session) {
        parent = session;
    }

    void childCame(DefaultCDPSession child) {
        children.came(child);
        for (var ancestor = this; ancestor != null; ancestor = ancestor.parent) {
            ancestor.descendantListeners.forEach(listener -> listener.accept(child));
        }
    }

    void childMoved(DefaultCDPSession child) {
        children.moved(child);
    }

    /** Why this session cannot be talked to any more, null while it can. */
    Answer.@Nullable Gone ended() {
        return end.get();
    }

    boolean awaitHandlers(long nanos) throws InterruptedException {
        return delivery.dispatcher().awaitDone(eventsHandedOver(), nanos);
    }

    boolean awaitHandlers(long count, long nanos) throws InterruptedException {
        return HandlerThreads.isHandler() || delivery.dispatcher().awaitDone(count, nanos);
    }

    HandlerFailures failures() {
        return delivery.failures();
    }

    EventDispatcher dispatcher() {
        return delivery.dispatcher();
    }

    PageWatch watch() {
        return watch;
    }

    ScopeState scope() {
        return scope;
    }

    ConversationContext context() {
        return context;
    }

    SessionTree tree() {
        return tree;
    }

    /**
     * Kept when a page that another has opened has got its first document instead of the empty one that every window begins with; nobody tells of it
     * where {@code Page} is not enabled, nor of a frame, which has one when it comes.
     */
    Promise<Boolean> document() {
        var document = watch.document();
        if (!target().type().equals("page") || !enabled("Page")) {
            document.complete(true);
        }
        return document;
    }

    /** Kept when the domains are enabled and the target runs, or the session has ended. */
    Promise<Boolean> ready() {
        return ready;
    }

    @Nullable
    DefaultCDPSession parentSession() {
        return parent;
    }

    /** The session through which Chrome reaches this one, null if that is the browser's. */
    @Nullable
    DefaultCDPSession via() {
        return via;
    }

    void inContext(String id) {
        browserContextId = id;
    }

    /** Note that this session was asked for by {@code attach}, with a target that outlives it. */
    void attachedByUser() {
        attachedByUser = true;
    }

    boolean isAttachedByUser() {
        return attachedByUser;
    }

    /** Note that the target was neither made by us nor by what we have made: somebody else is in charge of it. */
    void markForeign() {
        watch.markForeign();
    }

    boolean isForeign() {
        return watch.isForeign();
    }

    /** Note that we are about to have it detached, and by what. */
    void detachRequested(String by) {
        if (detachedBy.isEmpty()) {
            detachedBy = by;
        }
    }

    /** Note that we are about to have its target closed, and by what. */
    void closeRequested(String by) {
        closedBy = by;
    }

    /** The end that it has come to, for the reason given unless that was our own doing. */
    Answer.Gone ended(DetachReason reason, String detail) {
        if (!detachedBy.isEmpty()) {
            return new Answer.Gone(DetachReason.DETACHED, detachedBy);
        }
        boolean closed = reason == DetachReason.TARGET_CLOSED && !closedBy.isEmpty();
        return new Answer.Gone(reason, closed ? closedBy : detail);
    }

    private Connection connection() {
        return context.connection();
    }

    @Override
    public String toString() {
        return "CDPSession[%s %s %s]".formatted(id.shortened(), target().type(), target().url());
    }
}
