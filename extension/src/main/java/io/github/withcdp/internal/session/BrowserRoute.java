package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;

/** The events of the browser itself: for the tree of sessions first, then for the browser session that each test has of its own. */
final class BrowserRoute extends RootRoute {

    private final SessionHost host;

    BrowserRoute(SessionHost host) {
        this.host = host;
    }

    @Override
    public boolean recorded(IncomingEvent event) {
        return !host.isUnowned(null, event);
    }

    @Override
    public void onEvent(IncomingEvent event, boolean recorded) {
        host.onEvent(null, event);
        if (recorded) {
            sessions().forEach(session -> session.delivery().deliver(event));
        }
    }
}
