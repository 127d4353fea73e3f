package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.session.CDPSession;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a session tells those who keep all sessions of a browser, and asks of them. */
interface SessionHost {

    // --- Called by the reader thread

    /**
     * Whether an event is about a session that is let go at once.
     *
     * @param via the session in which it came, null for that of the browser
     */
    boolean isUnowned(@Nullable DefaultCDPSession via, IncomingEvent event);

    /**
     * Take in an event that may be about other sessions.
     *
     * @param via the session in which it came, null for that of the browser
     */
    void onEvent(@Nullable DefaultCDPSession via, IncomingEvent event);

    /** A dialog has opened in the page of a session, of a type of {@code Page.DialogType}. */
    void dialogOpened(DefaultCDPSession session, String type);

    /** The dialog is closed, or its page has crashed. */
    void dialogClosed(DefaultCDPSession session);

    // --- Called by anybody

    /** A session has ended, or its page has crashed: nobody can be reached through it any more. */
    void unreachable(DefaultCDPSession session);

    /** A session is about to send a command that ends sessions. */
    void endRequested(DefaultCDPSession session, String method, JsonNode params);

    /** A session is about to attach a further one to a target with a command of its test; returns what is to be done with the answer. */
    Consumer<Answer> attachRequested(DefaultCDPSession session, JsonNode params);

    /** Attach a further session to a target. */
    CDPSession attach(DefaultCDPSession session, String target);

    /** Have Chrome detach a session. */
    void detach(DefaultCDPSession session);
}
