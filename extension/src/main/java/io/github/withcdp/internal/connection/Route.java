package io.github.withcdp.internal.connection;

import io.github.withcdp.protocol.SessionId;

/** The receiver to which a connection hands the events of one session. Called by the reader thread, so nothing here may wait or run code of users. */
public interface Route {

    /** Return the session whose events come here. */
    SessionId id();

    /** Return whether an event goes on record; asked once, before it does. */
    boolean recorded(IncomingEvent event);

    /**
     * Take in an event.
     *
     * @param recorded what {@link #recorded} has said of it
     */
    void onEvent(IncomingEvent event, boolean recorded);

    /** Return how many events have been handed to handlers so far. */
    long eventsHandedOver();
}
