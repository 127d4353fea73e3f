package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.protocol.DetachReason;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Ends what waits for a session that has ended or whose page has crashed, and tells those who want to know. */
final class SessionShutdown {

    static final Runnable NOTHING = () -> {};

    private final SessionCommands commands;
    private final SessionState state;
    private final EventDelivery delivery;
    private final PausablePage pausable;
    private final Runnable unreachable;
    private final Queue<Consumer<DetachReason>> handlers = new ConcurrentLinkedQueue<>();

    /**
     * Create for one session.
     *
     * @param unreachable called when nothing can be reached through the session any more
     */
    SessionShutdown(SessionCommands commands, PausablePage pausable, Runnable unreachable) {
        this.commands = commands;
        this.state = commands.state();
        this.delivery = commands.delivery();
        this.pausable = pausable;
        this.unreachable = unreachable;
    }

    /**
     * Note that the page has crashed; the session does not end, because a navigation brings the page back.
     *
     * @return ends what waits for it now: a thread that learns of the crash may bring the page back at once, and what it then waits for goes on
     */
    Runnable crashed() {
        state.watch().crashed();
        var gone = new Answer.Gone(
                DetachReason.TARGET_CRASHED, state.target().url() + " (Page.navigate or Page.reload brings it back)");
        state.end().crashed(gone);
        var waits = waits(gone);
        return () -> {
            waits.run();
            unreachable.run();
        };
    }

    /**
     * Note that the session has ended for good; only the first reason counts.
     *
     * @return ends what waits for it now, and tells those who want to know
     */
    Runnable ended(Answer.Gone gone) {
        if (!state.end().set(gone)) {
            return NOTHING;
        }
        var waits = waits(gone);
        return () -> {
            waits.run();
            pausable.ended(gone);
            state.ready().complete(true);
            state.watch().document().complete(true);
            state.watch().script().over();
            state.node().went();
            unreachable.run();
            tell(gone.reason());
            delivery.subscriptions().clear(); // they may hold on to a whole test
        };
    }

    private Runnable waits(Answer.Gone gone) {
        var unanswered = commands.unanswered();
        var events = delivery.waits();
        var children = state.node().queues();
        return () -> {
            unanswered.forEach(command -> command.complete(gone));
            events.forEach(queue -> queue.end(gone));
            children.forEach(queue -> queue.end(gone));
        };
    }

    /** Have a handler called with the reason when the session ends, at once if it has. */
    void onDetached(Consumer<DetachReason> handler) {
        handlers.add(handler);
        var ended = state.end().get();
        if (ended != null) {
            tell(ended.reason());
        }
    }

    private void tell(DetachReason reason) {
        for (var handler = handlers.poll(); handler != null; handler = handlers.poll()) {
            delivery.tell(handler, reason);
        }
    }
}
