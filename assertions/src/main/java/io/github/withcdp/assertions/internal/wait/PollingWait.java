package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what no event tells of, so that it has to be asked for: with growing pauses, because what is asked stands in the record. */
public final class PollingWait {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private PollingWait() {}

    /**
     * Ask until something is so.
     *
     * @param reached asks, and returns whether it is so
     */
    public static WaitOutcome until(CDPSession session, Duration limit, BooleanSupplier reached) {
        long deadline = System.nanoTime() + limit.toNanos();
        var pause = SHORTEST;
        try {
            while (true) {
                boolean timeIsUp = System.nanoTime() - deadline >= 0;
                if (reached.getAsBoolean()) {
                    return WaitOutcome.REACHED;
                }
                if (timeIsUp) {
                    return WaitOutcome.TIME_IS_UP;
                }
                var rest = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
                var outcome = new LiveWait(
                                SessionGroup.alone(session), pause.compareTo(rest) < 0 ? pause : rest, method -> false)
                        .until(() -> false);
                if (!outcome.is(Kind.TIME_IS_UP)) {
                    return outcome;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        } catch (SessionDetachedException end) {
            return WaitOutcome.lost(end.reason().sentence(end.detail()));
        }
    }
}
