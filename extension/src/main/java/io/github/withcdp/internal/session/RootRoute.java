package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Route;
import io.github.withcdp.protocol.SessionId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The events without a session id, which come once for all who have a session of their own with the one behind them. */
abstract class RootRoute implements Route {

    private final List<DefaultCDPSession> sessions = new CopyOnWriteArrayList<>();

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
    public long eventsHandedOver() {
        return 0; // commands are sent by the sessions of the tests
    }
}
