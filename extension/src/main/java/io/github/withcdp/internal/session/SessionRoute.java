package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.Route;
import io.github.withcdp.internal.recording.DetachReasons;
import io.github.withcdp.protocol.SessionId;

/**
 * The events of a session with one target: what is for WithCDP itself is kept from everybody else; of the others it is noted first what they mean,
 * and then they are handed to those who want them.
 */
final class SessionRoute implements Route {

    private final DefaultCDPSession session;
    private final SessionState state;
    private final EventDelivery delivery;
    private final SessionHost host;

    SessionRoute(DefaultCDPSession session, SessionState state, EventDelivery delivery, SessionHost host) {
        this.session = session;
        this.state = state;
        this.delivery = delivery;
        this.host = host;
    }

    @Override
    public SessionId id() {
        return state.id();
    }

    @Override
    public boolean recorded(IncomingEvent event) {
        // Asked of every event, also when nothing is paused: a page may call the function long after that.
        return !ResumeFunction.isCall(event) && !state.ownUse().isOurs(event) && !host.isUnowned(session, event);
    }

    @Override
    public void onEvent(IncomingEvent event, boolean recorded) {
        if (!recorded && ResumeFunction.isCall(event)) {
            session.pausable().resumed();
            return;
        }
        if (!recorded && state.ownUse().isOurs(event)) {
            state.ownUse().receive(event);
            return;
        }
        // First what the event says of this session and of others, so that whoever learns of it finds them so.
        var sign = state.watch().see(event);
        var ends = note(sign, event);
        host.onEvent(session, event);
        if (recorded) {
            delivery.deliver(event);
        }
        ends.run(); // last, because one of the waits that it ends may be for this very event
        if (sign == PageWatch.Sign.MOVED) {
            state.node().moved();
        }
    }

    /** Note what an event is a sign of, and return what ends those who wait for what comes no more. */
    private Runnable note(PageWatch.Sign sign, IncomingEvent event) {
        return switch (sign) {
            case RELOADED -> {
                state.end().revived();
                yield SessionShutdown.NOTHING;
            }
            case DIALOG_OPENED -> { // asked now: a handler that is called once is none afterwards
                host.dialogOpened(session, event.params().path("type").asString(""));
                yield SessionShutdown.NOTHING;
            }
            case DIALOG_CLOSED -> {
                host.dialogClosed(session);
                yield SessionShutdown.NOTHING;
            }
            case CRASHED -> {
                host.dialogClosed(session);
                yield session.shutdown().crashed();
            }
            case GONE, DETACHED ->
                session.shutdown()
                        .ended(state.end()
                                .because(
                                        PageWatch.reason(sign),
                                        DetachReasons.words(
                                                event.params().path("reason").asString(""))));
            case NONE, MOVED -> SessionShutdown.NOTHING;
        };
    }

    @Override
    public long eventsHandedOver() {
        return delivery.dispatcher().putCount();
    }
}
