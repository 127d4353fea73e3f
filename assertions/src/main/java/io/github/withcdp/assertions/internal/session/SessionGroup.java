package io.github.withcdp.assertions.internal.session;

import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whom an assertion is about: a session, or one with all that have come from it.
 *
 * @param withChildren whether it is about those too
 */
public record SessionGroup(CDPSession session, boolean withChildren) {

    private static final Set<String> PAGES = Set.of("page", "iframe");

    public static SessionGroup alone(CDPSession session) {
        return new SessionGroup(session, false);
    }

    /** Return those there are by now, ended ones included. */
    public List<CDPSession> now() {
        var sessions = new ArrayList<CDPSession>();
        sessions.add(session);
        if (withChildren) {
            sessions.addAll(asserted().descendants());
        }
        return sessions;
    }

    /** Return those that can still say something; the one that the assertion is about is asked in any case. */
    public List<CDPSession> alive() {
        return now().stream().filter(one -> isRoot(one) || one.isAttached()).toList();
    }

    /** Return those among them that come back after a crash; of the others that is how they end. */
    public List<CDPSession> pages() {
        return alive().stream()
                .filter(one -> isRoot(one) || PAGES.contains(one.target().type()))
                .toList();
    }

    /** Return which child something is about, for the beginning of a sentence; nothing if it is about the session itself. */
    public String nameOfChild(CDPSession one) {
        return isRoot(one)
                ? ""
                : "%s %s: ".formatted(one.target().type(), one.target().url());
    }

    private boolean isRoot(CDPSession one) {
        return one.id().equals(session.id());
    }

    /** Return what the time is measured by that is waited for them. */
    public Ticker ticker() {
        return session instanceof AssertedSession asserted ? asserted.ticker() : Ticker.SYSTEM;
    }

    /** Return what all of them have said, in the order in which it came. */
    public Recording recording() {
        return withChildren ? asserted().recordingWithDescendants() : session.recording();
    }

    /** Have noted what an assertion has demanded, and got; of sessions that are not ours, nobody asks for it. */
    public void note(Consumer<Demands> demanded) {
        if (session instanceof AssertedSession asserted) {
            demanded.accept(asserted.demands());
        }
    }

    /**
     * Refuse to wait for an event that cannot come; of several sessions one may have what another has not.
     *
     * @throws IllegalArgumentException if it certainly cannot
     */
    public void checkCanCome(String event) {
        if (!withChildren && session instanceof AssertedSession asserted) {
            asserted.checkCanCome(event);
        }
    }

    public TargetLookup targets() {
        return withChildren
                ? id -> now().stream()
                        .filter(one -> one.id().equals(id))
                        .map(CDPSession::target)
                        .<Optional<Target>>map(Optional::of)
                        .findFirst()
                        .orElseGet(() -> TargetLookup.UNKNOWN.of(id))
                : TargetLookup.of(session);
    }

    public AssertedSession asserted() {
        if (session instanceof AssertedSession asserted) {
            return asserted;
        }
        throw new IllegalArgumentException(
                "Only a session of WithCDP knows all its children, and this is a %s: ask each session by itself"
                        .formatted(session.getClass().getName()));
    }
}
