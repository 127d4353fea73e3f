package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.protocol.DetachReason;
import java.util.Set;

/** The events of a conversation that is about one target alone: what would be the browser's session is that of the target. */
final class SingleTargetRoute extends RootRoute {

    private static final Set<String> PRINTED_AND_THROWN = Set.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown");

    private final ConversationContext context;
    private final ProcessWatch process = new ProcessWatch();

    private volatile Set<String> ignoredMethods = Set.of();

    SingleTargetRoute(ConversationContext context) {
        this.context = context;
    }

    /**
     * Note that {@code Runtime.enable} has been sent for a test. Until it is answered, the engine tells what its scripts have printed and thrown
     * before, in the time of other tests; that is left out. Nothing else can come meanwhile, because scripts stand still.
     */
    void runtimeBeingEnabled(boolean now) {
        ignoredMethods = now ? PRINTED_AND_THROWN : Set.of();
    }

    @Override
    public boolean recorded(IncomingEvent event) {
        return !ignoredMethods.contains(event.method())
                && sessions().stream().allMatch(session -> session.route().recorded(event));
    }

    @Override
    public void onEvent(IncomingEvent event, boolean recorded) {
        if (!recorded && ignoredMethods.contains(event.method())) {
            return;
        }
        for (var session : sessions()) {
            session.route().onEvent(event, recorded);
            var ended = session.state().end().get();
            if (ended != null) { // its target has closed, and the connection will do so too
                context.connection().end(new ConnectionEnd(ended.reason(), ended.detail()));
            }
        }
        if (context.remoteEnd().isInspector() && process.finishes(event)) {
            // It now waits until nobody listens any more, and would do so for ever; commands are still taken, but not
            // all are answered.
            context.connection()
                    .end(new ConnectionEnd(
                            DetachReason.TARGET_CLOSED,
                            "its process has run to its end or was told to exit (Runtime.executionContextDestroyed)"));
        }
    }
}
