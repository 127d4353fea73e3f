package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What belongs to one test, or to one class: its browser contexts, the sessions in them, and what its handlers threw. */
public final class Scope implements AutoCloseable {

    private static final int DEEPEST_CAUSE = 100;
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

    private final Conversation conversation;
    private final boolean everything;
    private final Set<String> contexts = ConcurrentHashMap.newKeySet();
    private final Set<String> targets = ConcurrentHashMap.newKeySet();
    private final Set<Integer> browserCommands = ConcurrentHashMap.newKeySet();
    private final List<DefaultCDPSession> sessions = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> handlerFailures = new ConcurrentLinkedQueue<>();
    private final DefaultCDPSession browserSession;
    private final long from;
    private volatile long begun;
    private volatile SessionUse use = SessionUse.NOW;
    private volatile boolean closed;

    Scope(Conversation conversation, boolean everything) {
        this.conversation = conversation;
        this.everything = everything;
        this.from = everything ? 0 : conversation.recorder().position();
        this.begun = from;
        this.browserSession = conversation.tree().browserSession(this);
        if (conversation.remoteEnd().isSingleTarget()) {
            sessions.add(browserSession);
        }
    }

    /** Return a session of its own with the browser itself; where there is none, with the only target that there is. */
    public CDPSession browserSession() {
        return browserSession;
    }

    /** Return the session with the only target that there is, its domains enabled; empty if this is a browser, which has many. */
    public Optional<CDPSession> singleTarget() {
        return conversation.remoteEnd().isSingleTarget()
                ? Optional.of(conversation.tree().ready(browserSession))
                : Optional.empty();
    }

    /**
     * Create a browser context ({@code Target.createBrowserContext}) and return its id.
     *
     * @throws UnsupportedOperationException if this is no browser
     */
    public String newContext() {
        conversation.remoteEnd().needsBrowser("a browser context");
        var context = browserSession
                .send(
                        "Target.createBrowserContext",
                        Map.of("disposeOnDetach", !conversation.options().ownsBrowser()),
                        setupLimit())
                .path("browserContextId")
                .asString("");
        contexts.add(context);
        conversation.tree().owns(this, context);
        browserSession.transmit(
                "Browser.setDownloadBehavior",
                Json.write(conversation.options().downloads().params(context)));
        return context;
    }

    /** Close a browser context with all its pages. */
    public void closeContext(String context) {
        if (contexts.remove(context)) {
            browserSession.send("Target.disposeBrowserContext", Map.of("browserContextId", context), setupLimit());
        }
    }

    /** Return a fresh page in a browser context; its domains are enabled and it runs. */
    public CDPSession newPage(String context) {
        conversation.remoteEnd().needsBrowser("a further page");
        var target = browserSession
                .send("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context), setupLimit())
                .path("targetId")
                .asString("");
        return conversation.options().autoAttach()
                ? conversation.tree().attached(browserSession, target)
                : conversation.tree().attach(browserSession, target);
    }

    /** Close a target that the test has opened, but not in a context of the test, when the test ends. */
    public void closeAtEnd(String targetId) {
        targets.add(targetId);
    }

    /** Return a further session with any target of the browser. */
    public CDPSession attach(String targetId) {
        return browserSession.attach(targetId);
    }

    /**
     * Take the page that the browser is showing, instead of a fresh one.
     *
     * @throws ChromeUnavailableException if it shows none
     */
    public CDPSession joinPage() {
        conversation.remoteEnd().needsPage("joinPage");
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
        conversation.remoteEnd().needsBrowser("targets");
        var targets = new ArrayList<Target>();
        for (var info :
                browserSession.send("Target.getTargets", null, setupLimit()).path("targetInfos")) {
            targets.add(TargetInfo.target(info));
        }
        return targets;
    }

    /** Return the sessions that this scope has had, in the order in which they came, ended ones included. */
    public List<CDPSession> sessions() {
        return List.copyOf(sessions);
    }

    /** Return and forget what handlers have thrown. */
    public List<Throwable> takeHandlerFailures() {
        var taken = new ArrayList<Throwable>();
        for (var failure = handlerFailures.poll(); failure != null; failure = handlerFailures.poll()) {
            taken.add(failure);
        }
        browserSession.failures().forget();
        sessions.forEach(session -> session.failures().forget());
        return taken;
    }

    /** Forget what handlers have thrown as far as it is known to be the cause of what a test has thrown. */
    public void forgetHandlerFailures(Throwable thrown) {
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE) // there may be circles
                .forEach(known -> handlerFailures.removeIf(failure -> failure == known));
    }

    /** Return a live view of what has been recorded for this scope. */
    public Recording recording() {
        return conversation.recorder().recording(everything ? MessageFilter.ALL : new OwnMessages());
    }

    /** Wait until the handlers of everything that has arrived so far have run, but no longer than the time given. */
    public void awaitHandlers(Duration limit) throws InterruptedException {
        var deadline = Deadline.in(limit);
        for (var session : sessions) {
            session.awaitHandlers(deadline.leftNanos());
        }
        browserSession.awaitHandlers(deadline.leftNanos());
    }

    /**
     * Wait until somebody has looked at the pages, if there is a console and a page.
     *
     * @param occasion what is paused, and why, for people
     * @throws io.github.withcdp.protocol.CDPException if the thread is interrupted
     */
    public void pause(String occasion) {
        var pages = Capture.pages(this).stream()
                .filter(DefaultCDPSession::isAttached)
                .toList();
        if (!pages.isEmpty()) {
            Pause.begin(conversation.options().pausing(), pages, occasion);
        }
    }

    /** Return whether the scope has been closed. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * End everything that belongs to this scope. In a browser of ours nobody waits for the contexts to be gone, because the next test has its own;
     * in somebody else's they are gone when this returns, or the limit of a command has passed.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        browserSession.failures().forget(); // the test has ended, and nothing shall hinder what is to be done now
        try {
            if (conversation.isOpen()) {
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
        targets.forEach(
                target -> browserSession.transmit("Target.closeTarget", Json.write(Map.of("targetId", target))));
        if (conversation.options().ownsBrowser()) {
            return;
        }
        var deadline = Params.deadline(setupLimit());
        // Chrome answers when it begins to close a target, and has no event of the end for those who have not asked for
        // all targets.
        while (!deadline.isOver() && targets().stream().anyMatch(target -> targets.contains(target.id()))) {
            LockSupport.parkNanos(MOMENT);
        }
    }

    private void release() {
        try {
            if (conversation.isOpen()) {
                conversation.tree().release(this);
            }
        } finally {
            browserSession.endSilently();
            use(SessionUse.NO_MORE);
        }
    }

    /** A test begins to use this scope, which was made for it before. */
    void begin() {
        begun = conversation.recorder().position();
        use(SessionUse.NOW);
    }

    /** Tell the record whether a test uses the sessions of this scope. */
    void use(SessionUse next) {
        use = next;
        sessions.forEach(session -> conversation.recorder().use(session.id(), next));
    }

    private Duration setupLimit() {
        return conversation.options().setupLimit();
    }

    Set<String> contexts() {
        return contexts;
    }

    List<DefaultCDPSession> ownSessions() {
        return sessions;
    }

    void add(DefaultCDPSession session) {
        sessions.add(session);
        conversation.recorder().use(session.id(), use);
    }

    void browserCommand(int id) {
        browserCommands.add(id);
    }

    void handlerFailed(Throwable failure) {
        handlerFailures.add(failure);
    }

    DefaultCDPSession ownBrowserSession() {
        return browserSession;
    }

    /** Return which messages are those of a session of this scope. */
    MessageFilter messagesOf(SessionId session) {
        return new MessageFilter() {

            @Override
            public boolean includes(SessionId other) {
                return other.equals(session);
            }

            @Override
            public long from() {
                return from;
            }
        };
    }

    /** Return which messages are those of the only target, without what was said to find out who it is. */
    MessageFilter messagesOfSingleTarget() {
        var own = new OwnMessages();
        return new MessageFilter() {

            @Override
            public boolean includes(SessionId session) {
                return session.isBrowser();
            }

            @Override
            public long from() {
                return from;
            }

            @Override
            public boolean includesBrowserMessage(RecordedMessage message) {
                return own.includesBrowserMessage(message);
            }
        };
    }

    /** Messages of our sessions, and of the browser session those that are ours or about what is ours. */
    private final class OwnMessages implements MessageFilter {

        @Override
        public boolean includes(SessionId session) {
            return session.isBrowser() || conversation.tree().owner(session.value()) == Scope.this;
        }

        @Override
        public long from() {
            return from;
        }

        @Override
        public long browserFrom() {
            return begun;
        }

        @Override
        public boolean includesBrowserMessage(RecordedMessage message) {
            if (message.id().isPresent()) {
                return browserCommands.contains(message.id().getAsInt());
            }
            if (conversation.remoteEnd().isSingleTarget()) {
                return true;
            }
            var params = message.tree().path("params");
            var info = params.path("targetInfo");
            for (var id : List.of(
                    params.path("sessionId"),
                    params.path("targetId"),
                    params.path("browserContextId"),
                    info.path("targetId"),
                    info.path("browserContextId"))) {
                var owner = conversation.tree().owner(id.asString(""));
                if (owner != null) {
                    return owner == Scope.this;
                }
            }
            return false;
        }
    }
}
