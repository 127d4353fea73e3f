package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/** What belongs to one test, or to one class: its browser contexts, the sessions in them, and what its handlers threw. */
public final class Scope implements AutoCloseable {

    /** How long a browser that is told to end may take from the first page that it closes to its end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ConversationContext context;
    private final SessionTree tree;
    private final ScopeState state;
    private final Set<String> contexts = ConcurrentHashMap.newKeySet();
    private final Set<String> targets = ConcurrentHashMap.newKeySet();

    Scope(ConversationContext context, SessionTree tree, boolean everything) {
        this.context = context;
        this.tree = tree;
        this.state = tree.newScope(everything);
    }

    /** Return a session of its own with the browser itself; where there is none, with the only target that there is. */
    public CDPSession browserSession() {
        return state.browserSession();
    }

    /** Return the session with the only target that there is, its domains enabled; empty if this is a browser, which has many. */
    public Optional<CDPSession> singleTarget() {
        return context.remoteEnd().isSingleTarget()
                ? Optional.of(tree.attachment().ready(state.browserSession()))
                : Optional.empty();
    }

    /**
     * Create a browser context ({@code Target.createBrowserContext}) and return its id.
     *
     * @throws UnsupportedOperationException if this is no browser
     */
    public String newContext() {
        context.remoteEnd().needsBrowser("a browser context");
        var id = browserSession()
                .send(
                        "Target.createBrowserContext",
                        Map.of("disposeOnDetach", !context.options().ownsBrowser()),
                        setupLimit())
                .path("browserContextId")
                .asString("");
        contexts.add(id);
        tree.own(state, id);
        state.browserSession()
                .commands()
                .transmit(
                        "Browser.setDownloadBehavior",
                        Json.write(context.options().downloads().params(id)));
        return id;
    }

    /** Close a browser context with all its pages. */
    public void closeContext(String browserContext) {
        if (contexts.remove(browserContext)) {
            browserSession()
                    .send("Target.disposeBrowserContext", Map.of("browserContextId", browserContext), setupLimit());
        }
    }

    /** Return a fresh page in a browser context; its domains are enabled and it runs. */
    public CDPSession newPage(String browserContext) {
        context.remoteEnd().needsBrowser("a further page");
        var target = browserSession()
                .send(
                        "Target.createTarget",
                        Map.of("url", "about:blank", "browserContextId", browserContext),
                        setupLimit())
                .path("targetId")
                .asString("");
        var page = context.options().autoAttach()
                ? tree.attachment().await(state.browserSession(), target)
                : tree.attachment().attach(state.browserSession(), target);
        if (context.options().ownsBrowser() && context.isFirstPage()) {
            ScriptTrace.prepare(state.browserSession().commands());
        }
        return page;
    }

    /** Close a target that the test has opened, but not in a context of the test, when the test ends. */
    public void closeAtEnd(String targetId) {
        targets.add(targetId);
    }

    /** Return a further session with any target of the browser. */
    public CDPSession attach(String targetId) {
        return browserSession().attach(targetId);
    }

    /**
     * Take the page that the browser is showing, instead of a fresh one.
     *
     * @throws ChromeUnavailableException if it shows none
     */
    public CDPSession joinPage() {
        context.remoteEnd().needsPage("joinPage");
        var single = singleTarget();
        if (single.isPresent()) {
            return single.get();
        }
        return targets().stream()
                .filter(target -> target.type().equals("page"))
                .filter(target -> !target.url().startsWith("devtools:"))
                .findFirst()
                .map(target -> attach(target.id()))
                .orElseThrow(
                        () -> new ChromeUnavailableException(
                                "joinPage takes the page that the browser is showing, but it shows none. Open one there, or leave joinPage out"));
    }

    /** Return the targets of the browser, those of others included ({@code Target.getTargets}). */
    public List<Target> targets() {
        context.remoteEnd().needsBrowser("targets");
        var targets = new ArrayList<Target>();
        for (var info :
                browserSession().send("Target.getTargets", null, setupLimit()).path("targetInfos")) {
            targets.add(TargetInfo.target(info));
        }
        return targets;
    }

    /** Return the sessions that this scope has had, in the order in which they came, ended ones included. */
    public List<CDPSession> sessions() {
        return List.copyOf(state.sessions());
    }

    /** Have the requests of all pages, frames and workers paused that come from now on, for somebody who says how they go on. */
    public void intercept(RequestInterceptor interceptor) {
        state.intercept(interceptor);
    }

    /** Return and forget what handlers have thrown. */
    public List<Throwable> takeHandlerFailures() {
        return state.takeHandlerFailures();
    }

    /** Forget what handlers have thrown as far as it is known to be the cause of what a test has thrown. */
    public void forgetHandlerFailures(Throwable thrown) {
        state.forgetHandlerFailures(thrown);
    }

    /** Return a live view of what has been recorded for this scope. */
    public Recording recording() {
        return state.messages().recording();
    }

    /**
     * Return the session with an id, when its domains are enabled.
     *
     * @throws IllegalArgumentException if there is none that belongs to this scope
     */
    public CDPSession session(String id) {
        var session = state.session(new SessionId(Params.given(id, "the id of a session")))
                .orElseThrow(() -> new IllegalArgumentException(noSession(id)));
        return tree.attachment().ready(session);
    }

    private String noSession(String id) {
        var attached = state.sessions().stream()
                .filter(DefaultCDPSession::isAttached)
                .map(session -> session.id().value() + " with " + MessageText.shown(session.target()))
                .toList();
        return "there is no session \"%s\" of this test. %s. One for a sessionId comes of Target.attachToTarget with flatten: true, sent in browser.session()"
                .formatted(
                        id,
                        attached.isEmpty() ? "It has none but the browser's" : "It has " + String.join(", ", attached));
    }

    /** Return whether this has a session, that of the browser or another. */
    public boolean has(SessionId session) {
        return state.session(session).isPresent();
    }

    /**
     * Send a command that no line of the test sends, and return its result. Whoever calls this waits for that, as long as a command may take; the test
     * does not, and its report says what was sent.
     *
     * @param params an object
     * @param whenSent is given the id of the command, as soon as it has one
     * @throws IllegalArgumentException if there is no such session, or this is no command
     * @throws UnsupportedOperationException if there is no browser that could answer
     * @throws io.github.withcdp.protocol.CDPException if the command fails
     */
    public JsonNode sendByHand(SessionId session, String method, JsonNode params, IntConsumer whenSent) {
        if (!context.ticker().isReal()) {
            throw new UnsupportedOperationException("this is a replay, and a recording answers only what it was asked");
        }
        return state.session(session)
                .orElseThrow(() -> new IllegalArgumentException("the test has no session " + session.value()))
                .commands()
                .sendByHand(method, params, state.handCommands(), whenSent);
    }

    /** Return whether a command was sent so. */
    public boolean isSentByHand(int id) {
        return state.handCommands().contains(id);
    }

    /** Return the ids of the commands that were sent so. */
    public Set<Integer> sentByHand() {
        return state.handCommands().ids();
    }

    /** Return whether a message on record belongs to this scope. */
    public boolean owns(RecordedMessage message) {
        return state.messages().includes(message);
    }

    /** Return the messages that assertions and waits have demanded so far. */
    public DemandedMessages demands() {
        return state.demands();
    }

    /** Wait until all has arrived that has been caused by now, as far as targets answer, but no longer than the time given. */
    public void awaitEvents(Duration limit) throws InterruptedException {
        EventsBarrier.pass(state.sessions(), Deadline.in(limit, context.ticker()));
    }

    /** Wait until the handlers of everything that has arrived so far have run, but no longer than the time given. */
    public void awaitHandlers(Duration limit) throws InterruptedException {
        var deadline = Deadline.in(limit);
        for (var session : state.sessions()) {
            session.delivery().awaitAll(deadline.leftForWork());
        }
        state.browserSession().delivery().awaitAll(deadline.leftForWork());
    }

    /**
     * Wait until somebody has looked at the pages, if there is a console and a page.
     *
     * @param occasion what is paused, and why, for people
     * @throws io.github.withcdp.protocol.CDPException if the thread is interrupted
     */
    public void pause(String occasion) {
        var pages = state.pages().stream()
                .filter(DefaultCDPSession::isAttached)
                .map(DefaultCDPSession::pausable)
                .toList();
        if (!pages.isEmpty()) {
            Pause.begin(context.options().pausing(), pages, occasion);
        }
    }

    /**
     * Return how the browser ended; empty if it runs, or if that was asked for. If a page has gone that nobody here has closed, this waits for a moment:
     * of a browser that is told to end Chrome tells first that its pages are closed.
     */
    public Optional<ConnectionEnd> endOfBrowser() {
        boolean mayBeEnding =
                state.pages().stream().anyMatch(page -> page.state().end().isUnexplained());
        return context.connection()
                .awaitEnd(mayBeEnding ? LAST_WORDS : Duration.ZERO)
                .filter(ConnectionEnd::isUnexpected);
    }

    /** Return what the time is measured by that is waited in this scope. */
    Ticker ticker() {
        return context.ticker();
    }

    /** Return whether the scope has been closed. */
    public boolean isClosed() {
        return state.isClosed();
    }

    /**
     * End everything that belongs to this scope. In a browser of ours nobody waits for the contexts to be gone, because the next test has its own;
     * in somebody else's they are gone when this returns, or the limit of a command has passed.
     */
    @Override
    public void close() {
        if (isClosed()) {
            return;
        }
        state.close();
        state.browserSession()
                .state()
                .failures()
                .forget(); // the test has ended, and nothing shall hinder what is to be done now
        try {
            if (!isOver()) {
                closeTargets();
            }
        } finally {
            release();
        }
    }

    private void closeTargets() {
        if (targets.isEmpty()) {
            return;
        }
        targets.forEach(target -> state.browserSession()
                .commands()
                .transmit("Target.closeTarget", Json.write(Map.of("targetId", target))));
        if (context.options().ownsBrowser()) {
            return;
        }
        var deadline = Params.deadline(setupLimit(), context.ticker());
        // Chrome answers when it begins to close a target, and has no event of the end for those who have not asked for
        // all targets.
        while (!deadline.isOver() && targets().stream().anyMatch(target -> targets.contains(target.id()))) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void release() {
        try {
            if (!isOver()) {
                tree.release(state, contexts);
            }
        } finally {
            // What only we know of: the browser session of one test.
            state.browserSession().end(new Answer.Gone(DetachReason.BROWSER_CLOSED, "the test is over"));
            use(SessionUse.NO_MORE);
        }
    }

    /** A test begins to use this scope, which was made for it before. */
    void begin() {
        state.messages().begin();
        use(SessionUse.NOW);
    }

    /** Tell the record whether a test uses the sessions of this scope. */
    void use(SessionUse next) {
        state.use(next);
    }

    private Duration setupLimit() {
        return context.options().setupLimit();
    }

    private boolean isOver() {
        return context.connection().end() != null;
    }

    Set<String> contexts() {
        return contexts;
    }

    ScopeState state() {
        return state;
    }
}
