package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes sure that all events which have been caused by now have arrived: a command goes the way of the page, and its answer comes behind them. */
final class EventBarrier {

    private static final Map<String, Object> NOTHING = Map.of("expression", "0", "silent", true);

    private EventBarrier() {}

    /**
     * Wait for the answer.
     *
     * @return why there is none; empty if there is
     * @throws SessionDetachedException if the session ends meanwhile
     */
    static Optional<String> pass(CDPSession session, Duration limit) {
        try {
            if (session.target().type().equals("browser")) {
                session.send("Browser.getVersion", null, limit);
            } else if (isHeldByDialog(session)) {
                session.send(
                        "Target.getTargetInfo", null, limit); // the page does nothing meanwhile, answering included
            } else {
                session.send("Runtime.evaluate", NOTHING, limit);
            }
            return Optional.empty();
        } catch (CommandFailedException answer) {
            return Optional.empty(); // an answer it is
        } catch (CommandTimeoutException silence) {
            return Optional.of(String.valueOf(silence.getMessage()));
        }
    }

    /**
     * Wait for the answer, and return why it cannot be known what has been caused. A session that has ended in an orderly way has told all.
     */
    static Optional<WaitOutcome> doubt(CDPSession session, Duration limit) {
        try {
            return pass(session, limit).map(WaitOutcome::lost);
        } catch (SessionDetachedException end) {
            return switch (end.reason()) {
                case DETACHED, TARGET_CLOSED, PARENT_DETACHED, BROWSER_CLOSED -> Optional.empty();
                case TARGET_CRASHED, CONNECTION_LOST, BROWSER_GONE ->
                    Optional.of(WaitOutcome.lost(String.valueOf(end.getMessage())));
            };
        }
    }

    private static boolean isHeldByDialog(CDPSession session) {
        var events = session.events();
        long opened = events.named("Page.javascriptDialogOpening").stream().count();
        return opened > events.named("Page.javascriptDialogClosed").stream().count();
    }
}
