package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.Target;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of a session and its target. Written by the reader thread and by those who send commands, read by anybody. */
final class SessionState {

    private final SessionId id;
    private final ConversationContext context;
    private final SessionNode node;
    private final PageWatch watch;
    private final HandlerFailures failures = new HandlerFailures();
    private final SessionEnd end = new SessionEnd();
    private final OwnUse ownUse = new OwnUse();
    private final Set<String> enabled = ConcurrentHashMap.newKeySet();
    private final Promise<Boolean> ready = new Promise<>();

    SessionState(SessionId id, Target target, ConversationContext context, SessionNode node) {
        this.id = id;
        this.context = context;
        this.node = node;
        this.watch = new PageWatch(target);
    }

    SessionId id() {
        return id;
    }

    Target target() {
        return watch.target();
    }

    ConversationContext context() {
        return context;
    }

    ConversationOptions options() {
        return context.options();
    }

    SessionNode node() {
        return node;
    }

    PageWatch watch() {
        return watch;
    }

    HandlerFailures failures() {
        return failures;
    }

    SessionEnd end() {
        return end;
    }

    OwnUse ownUse() {
        return ownUse;
    }

    boolean enabled(String domain) {
        return enabled.contains(domain);
    }

    /** Note that a domain is being enabled or disabled, if the command is one that does. */
    void noteDomain(String method) {
        if (method.endsWith(".enable")) {
            enabled.add(method.substring(0, method.length() - ".enable".length()));
        } else if (method.endsWith(".disable")) {
            enabled.remove(method.substring(0, method.length() - ".disable".length()));
        }
    }

    /** Return why the target cannot be expected to answer now; empty if it can. */
    Optional<String> obstacle() {
        var gone = end.orCrash();
        if (gone != null) {
            return Optional.of(gone.reason().sentence());
        }
        return watch.standstill().stream().findFirst();
    }

    /** Kept when the domains are enabled and the target runs, or the session has ended. */
    Promise<Boolean> ready() {
        return ready;
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

    @Override
    public String toString() {
        return "CDPSession[%s %s %s]".formatted(id.shortened(), target().type(), target().url());
    }
}
