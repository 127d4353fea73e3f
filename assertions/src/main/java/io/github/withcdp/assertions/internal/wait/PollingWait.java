package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Waits for what no event tells of, so that it has to be asked for. */
public final class PollingWait {

    private PollingWait() {}

    /**
     * Ask until something is so.
     *
     * @param reached asks, and returns whether it is so
     */
    public static WaitOutcome until(CDPSession session, Duration limit, BooleanSupplier reached) {
        return until(session, limit, method -> false, reached);
    }

    /**
     * Ask until something is so, and sooner than otherwise when there is a reason to.
     *
     * @param reasons the methods of events that may have to do with it
     * @param reached asks, and returns whether it is so
     */
    public static WaitOutcome until(
            CDPSession session, Duration limit, Predicate<String> reasons, BooleanSupplier reached) {
        try {
            var sessions = SessionGroup.alone(session);
            return new LiveWait(sessions, limit, reasons)
                    .untilAnswered(reached, new PollingPace(sessions.ticker()::nanoTime));
        } catch (SessionDetachedException end) {
            return end.reason() == DetachReason.TARGET_CRASHED
                    ? WaitOutcome.crashed("")
                    : WaitOutcome.lost(end.reason().sentence(end.detail()));
        }
    }
}
