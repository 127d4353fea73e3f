package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what a session says. Its events are only the signal to look at the record again, which has what came before too:
 * so nothing is missed between looking and listening, and nothing counts twice.
 */
public final class LiveWait {

    private final SessionGroup sessions;
    private final CDPSession session;
    private final Duration limit;
    private final Predicate<String> interesting;
    private final boolean crashEnds;

    /**
     * Create a wait.
     *
     * @param interesting which methods of events make it worth looking again
     */
    public LiveWait(SessionGroup sessions, Duration limit, Predicate<String> interesting) {
        this(sessions, limit, interesting, true);
    }

    private LiveWait(SessionGroup sessions, Duration limit, Predicate<String> interesting, boolean crashEnds) {
        this.sessions = sessions;
        this.session = sessions.session();
        this.limit = limit;
        this.interesting = interesting;
        this.crashEnds = crashEnds;
    }

    /** Return a wait for the end of a session, which a crash is not. */
    public static LiveWait forTheEnd(CDPSession session, Duration limit) {
        return new LiveWait(SessionGroup.alone(session), limit, method -> false, false);
    }

    /** Wait until something is so. It is looked at here and now, on this thread whenever something has come, and when the time is up. */
    public WaitOutcome until(BooleanSupplier reached) {
        return reached.getAsBoolean()
                ? WaitOutcome.REACHED
                : listen(interesting, reached, any -> Pause.AS_LONG_AS_NOTHING_COMES);
    }

    /**
     * Ask until something is so. What is asked may take its time, and is not asked again sooner than the pace allows.
     *
     * @param reached asks, on this thread, and returns whether it is so
     */
    WaitOutcome untilAnswered(BooleanSupplier reached, Pace pace) {
        return listen(interesting, reached, pace);
    }

    /**
     * Wait until it is quiet, unless something is so that must not be. There is no quiet sooner than so long after whatever has come, and so it is
     * not looked at sooner either.
     *
     * @param left how much of the quiet is to come yet; empty as long as that is not known
     * @param quiet how long the quiet is
     * @return {@code TIME_IS_UP} also if it is quiet
     */
    WaitOutcome untilQuiet(BooleanSupplier broken, Supplier<Optional<Duration>> left, Duration quiet) {
        return listen(any -> true, broken, any -> new Pause(quiet, left.get()));
    }

    /** Says when to look again. */
    @FunctionalInterface
    interface Pace {

        /**
         * Return how long to wait after a look.
         *
         * @param came whether something has come since the look before
         */
        Pause after(boolean came);
    }

    /**
     * How long to wait after a look.
     *
     * @param shortest not to look again sooner, though something comes
     * @param longest when to look again if nothing comes: zero if there is nothing to wait for any more; empty: when the time is up
     */
    record Pause(Duration shortest, Optional<Duration> longest) {

        static final Pause AS_LONG_AS_NOTHING_COMES = new Pause(Duration.ZERO, Optional.empty());
    }

    private WaitOutcome listen(Predicate<String> methods, BooleanSupplier reached, Pace pace) {
        var deadline = Deadline.in(limit, sessions.ticker());
        var signal = new WaitSignal();
        try (var listening = SessionEventListener.to(sessions, methods, signal)) {
            return until(reached, pace, signal, deadline, listening);
        }
    }

    private WaitOutcome until(
            BooleanSupplier reached, Pace pace, WaitSignal signal, Deadline deadline, SessionEventListener listening) {
        long signalsAtLastLook = signal.count();
        while (true) {
            // In this order: what came before the end, the crash or the deadline is on record when it is looked at.
            long signalsBefore = signal.count();
            boolean late = deadline.isOver();
            Optional<WaitOutcome> end = end(signal);
            if (reached.getAsBoolean()) {
                return WaitOutcome.REACHED;
            }
            if (end.isPresent()) {
                return end.get();
            }
            listening.check("waiting for an assertion");
            var pause = pace.after(signalsBefore > signalsAtLastLook);
            if (late || pause.longest().filter(Duration::isZero).isPresent()) {
                return WaitOutcome.TIME_IS_UP;
            }
            var next = deadline.sooner(pause.longest()); // a look may have taken long
            signal.awaitMoreThan(signalsBefore, next.sooner(Optional.of(pause.shortest())), next);
            signalsAtLastLook = signalsBefore;
        }
    }

    private Optional<WaitOutcome> end(WaitSignal signal) {
        var reason = signal.end();
        if (reason.isPresent()) {
            return Optional.of(ended(session, reason.get()));
        }
        if (!crashEnds) {
            return Optional.empty();
        }
        return sessions.pages().stream()
                .filter(page -> TargetCrash.isIn(page.recording()))
                .findFirst()
                .map(page -> WaitOutcome.crashed(sessions.nameOfChild(page)));
    }

    private static WaitOutcome ended(CDPSession session, DetachReason reason) {
        return switch (reason) {
            case DETACHED, TARGET_CLOSED, PARENT_DETACHED, BROWSER_CLOSED ->
                new WaitOutcome(Kind.ENDED, session.detachSentence());
            case TARGET_CRASHED, CONNECTION_LOST, BROWSER_GONE -> WaitOutcome.lost(session.detachSentence());
        };
    }
}
