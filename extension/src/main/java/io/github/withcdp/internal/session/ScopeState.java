package io.github.withcdp.internal.session;

import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.internal.schema.AskedEvents;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.session.ScopeMessages.Belonging;
import io.github.withcdp.protocol.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a test or class has: its sessions, its part of the record, and what its handlers threw. */
final class ScopeState {

    private static final int DEEPEST_CAUSE = 100;

    private final ConversationContext context;
    private final ScopeMessages messages;
    private final List<DefaultCDPSession> sessions = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> handlerFailures = new ConcurrentLinkedQueue<>();
    private final DemandedMessages demands = new DemandedMessages();
    private final AskedEvents asked = new AskedEvents();
    private final DefaultCDPSession browserSession;
    private final Film film = new Film();
    private final HandCommands handCommands = new HandCommands();
    private volatile SessionUse use = SessionUse.NOW;
    private volatile boolean closed;
    private volatile Optional<RequestInterceptor> interceptor = Optional.empty();

    /** Tells whose a browser context, a target or a session was when a message was recorded; null for nobody's. */
    interface Owners {

        @Nullable
        ScopeState owner(String id, long sequence);
    }

    /**
     * Create with a session with the browser itself.
     *
     * @param everything whether all that is on record belongs to it
     * @param browserSession makes the session
     */
    ScopeState(
            ConversationContext context,
            boolean everything,
            Owners owners,
            Function<ScopeState, DefaultCDPSession> browserSession) {
        this.context = context;
        this.messages = new ScopeMessages(context, this::names, everything, (id, sequence) -> {
            var owner = owners.owner(id, sequence);
            return owner == null ? Belonging.NOBODYS : owner == this ? Belonging.OURS : Belonging.OTHERS;
        });
        this.browserSession = browserSession.apply(this);
        if (context.remoteEnd().isSingleTarget()) {
            sessions.add(this.browserSession);
        }
    }

    ScopeMessages messages() {
        return messages;
    }

    DemandedMessages demands() {
        return demands;
    }

    /** Return what refuses names that the protocol does not have, and remembers which events are asked for. */
    StrictNames names() {
        return context.recorder().names().remembering(asked);
    }

    /** Return the sessions that there have been, in the order in which they came, ended ones included. */
    List<DefaultCDPSession> sessions() {
        return sessions;
    }

    /** Return those that have come from one, and from those, ended ones included. */
    List<DefaultCDPSession> descendantsOf(SessionNode ancestor) {
        return sessions.stream()
                .filter(session -> ancestor.isAncestorOf(session.node()))
                .toList();
    }

    boolean isDescendantOf(SessionNode ancestor, SessionId id) {
        return sessions.stream().anyMatch(session -> session.id().equals(id) && ancestor.isAncestorOf(session.node()));
    }

    /** Return the commands that no line of the test has sent. */
    HandCommands handCommands() {
        return handCommands;
    }

    /** Return the session with an id, that of the browser included; empty if there is none. */
    Optional<DefaultCDPSession> session(SessionId id) {
        return id.isBrowser()
                ? Optional.of(browserSession)
                : sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    Film film() {
        return film;
    }

    /** Have the requests of all targets to come paused. */
    void intercept(RequestInterceptor takesThemOn) {
        interceptor = Optional.of(takesThemOn);
    }

    Optional<RequestInterceptor> interceptor() {
        return interceptor;
    }

    DefaultCDPSession browserSession() {
        return browserSession;
    }

    /** Return one session for each page, however many it has; a page that the test has closed is no loss, unless it was the last. */
    List<DefaultCDPSession> pages() {
        var pages = new LinkedHashMap<String, DefaultCDPSession>();
        sessions.stream()
                .filter(session -> session.target().type().equals("page"))
                .forEach(session -> pages.merge(
                        session.target().id(), session, (first, second) -> first.isAttached() ? first : second));
        // Asked once, for a session may end at any moment, and then there would be none at all.
        var attached =
                pages.values().stream().filter(DefaultCDPSession::isAttached).toList();
        return attached.isEmpty() ? List.copyOf(pages.values()) : attached;
    }

    void add(DefaultCDPSession session) {
        sessions.add(session);
        context.recorder().use(session.id(), use);
    }

    /** Tell the record whether a test uses the sessions. */
    void use(SessionUse next) {
        use = next;
        sessions.forEach(session -> context.recorder().use(session.id(), next));
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void handlerFailed(Throwable failure) {
        handlerFailures.add(failure);
    }

    /** Return and forget what handlers have thrown. */
    List<Throwable> takeHandlerFailures() {
        var failures = new ArrayList<Throwable>();
        for (var failure = handlerFailures.poll(); failure != null; failure = handlerFailures.poll()) {
            failures.add(failure);
        }
        browserSession.state().failures().forget();
        sessions.forEach(session -> session.state().failures().forget());
        return failures;
    }

    /** Forget what handlers have thrown as far as it is known to be the cause of what a test has thrown. */
    void forgetHandlerFailures(Throwable thrown) {
        Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE) // there may be circles
                .forEach(cause -> handlerFailures.removeIf(failure -> failure == cause));
    }
}
