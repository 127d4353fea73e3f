package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.Route;
import io.github.withcdp.protocol.SessionId;

/** The session with a target that is not ours, for the moment until it has been let go: nothing of it is recorded or handed to anybody. */
record IgnoredRoute(SessionId id) implements Route {

    @Override
    public boolean recorded(IncomingEvent event) {
        return false;
    }

    @Override
    public void onEvent(IncomingEvent event, boolean recorded) {}

    @Override
    public long eventsHandedOver() {
        return 0;
    }
}
