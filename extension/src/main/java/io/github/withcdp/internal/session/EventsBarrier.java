package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Makes sure that the events have arrived which sessions have caused by now: a command goes to each target, and its answer comes behind them. It is no
 * part of what a test says, and so not on record. A target that cannot answer, because it is held by a dialog or a debugger, is not asked.
 */
final class EventsBarrier {

    private static final byte[] NOTHING = Json.write(Map.of("expression", "0", "silent", true));

    private EventsBarrier() {}

    /** Wait for all answers, but no longer than until a deadline. */
    static void pass(Collection<DefaultCDPSession> sessions, Deadline deadline) throws InterruptedException {
        List<PendingCommand> commands = sessions.stream()
                .filter(session ->
                        session.isAttached() && session.state().obstacle().isEmpty())
                .filter(session -> !session.id().isBrowser()
                        || session.state().context().remoteEnd().isSingleTarget())
                .map(session -> session.commands().transmitUnrecorded("Runtime.evaluate", NOTHING))
                .toList();
        for (var command : commands) {
            try {
                command.await(deadline);
            } catch (TimeoutException silence) {
                return; // what it would have told is not known, and the time is up for all
            }
        }
    }
}
