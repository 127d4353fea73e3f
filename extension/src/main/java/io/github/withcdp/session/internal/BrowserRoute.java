package io.github.withcdp.session.internal;

import io.github.withcdp.connection.IncomingEvent;
import io.github.withcdp.connection.Route;
import io.github.withcdp.protocol.SessionId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The events of the browser itself: for the tree of sessions first, then for the browser session that each test has of its own. */
final class BrowserRoute implements Route {

    private final SessionTree tree;
    private final List<DefaultCDPSession> sessions = new CopyOnWriteArrayList<>();

    BrowserRoute(SessionTree tree) {
        this.tree = tree;
    }

    void add(DefaultCDPSession session) {
        sessions.add(session);
    }

    void remove(DefaultCDPSession session) {
        sessions.remove(session);
    }

    List<DefaultCDPSession> sessions() {
        return sessions;
    }

    @Override
    public SessionId id() {
        return SessionId.BROWSER;
    }

    @Override
    public boolean recorded(IncomingEvent event) {
        return !tree.isOfOthers(null, event);
    }

    @Override
    public void onEvent(IncomingEvent event) {
        boolean ofOthers = tree.isOfOthers(null, event);
        tree.onEvent(null, event);
        if (!ofOthers) {
            sessions.forEach(session -> session.deliver(event));
        }
    }

    @Override
    public long eventsHandedOver() {
        return 0; // commands are sent by the sessions of the tests
    }
}
