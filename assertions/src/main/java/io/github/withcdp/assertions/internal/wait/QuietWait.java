package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Waits until nothing more is to be expected of a session: it has answered a command, so that all has arrived that has been caused, and is quiet.
 * If a window is given, that is waited for instead of quiet.
 */
public final class QuietWait {

    /** How long nothing has come when a session is quiet. */
    private static final Duration QUIET = Duration.ofMillis(100);

    private final SessionGroup sessions;
    private final Duration limit;
    private final Optional<Duration> window;
    private final Predicate<String> interesting;

    /**
     * Create a wait.
     *
     * @param limit how long for quiet
     * @param window how long nothing more may come; empty: until it is quiet
     * @param interesting which methods of events make it worth looking again
     */
    QuietWait(SessionGroup sessions, Duration limit, Optional<Duration> window, Predicate<String> interesting) {
        this.sessions = sessions;
        this.limit = limit;
        this.window = window;
        this.interesting = interesting;
    }

    /**
     * Wait, unless something is so that must not be.
     *
     * @return {@code REACHED} if it is; {@code TIME_IS_UP} if it is not and can be judged, and {@code ENDED} if it never will be;
     *     {@code LOST} if it cannot be known
     */
    public WaitOutcome unless(BooleanSupplier broken) {
        var outcome = waitUnless(broken);
        var because = outcome.is(Kind.REACHED) ? "" : sessions.recording().incompleteBecause();
        return because.isEmpty() ? outcome : WaitOutcome.lost("messages of it are missing: " + because);
    }

    private WaitOutcome waitUnless(BooleanSupplier broken) {
        if (broken.getAsBoolean()) {
            return WaitOutcome.REACHED;
        }
        if (window.isPresent()) {
            var outcome = new LiveWait(sessions, window.get(), interesting).until(broken);
            return outcome.is(Kind.TIME_IS_UP) ? answered(broken) : outcome;
        }
        return quiet(broken);
    }

    private WaitOutcome answered(BooleanSupplier broken) {
        Optional<WaitOutcome> doubt = sessions.alive().stream()
                .flatMap(
                        one -> EventBarrier.doubt(one, limit)
                                .map(why -> WaitOutcome.lost(sessions.nameOfChild(one) + why.words()))
                                .stream())
                .findFirst();
        return broken.getAsBoolean() ? WaitOutcome.REACHED : doubt.orElse(WaitOutcome.TIME_IS_UP);
    }

    private WaitOutcome quiet(BooleanSupplier broken) {
        var deadline = Deadline.in(limit, sessions.ticker());
        var outcome = answered(broken);
        while (outcome.is(Kind.TIME_IS_UP) && !isQuiet()) {
            outcome = new LiveWait(sessions, deadline.left(), interesting)
                    .untilQuiet(broken, this::leftUntilQuiet, QUIET);
            if (outcome.is(Kind.TIME_IS_UP)) {
                outcome = answered(broken); // which shows that it was not only slow
                if (deadline.left().isZero()) {
                    asserted().forEach(session -> session.waitedInVain(limit));
                    return outcome;
                }
            }
        }
        return outcome;
    }

    private boolean isQuiet() {
        return leftUntilQuiet().filter(Duration::isZero).isPresent();
    }

    private Optional<Duration> leftUntilQuiet() {
        var longest = Duration.ZERO;
        for (var session : asserted()) {
            var left = session.untilQuiet(QUIET, limit, interesting);
            if (left.isEmpty()) {
                return left;
            }
            longest = left.get().compareTo(longest) > 0 ? left.get() : longest;
        }
        return Optional.of(longest);
    }

    /** Of sessions that are not ours, nobody knows whether they are quiet. */
    private List<AssertedSession> asserted() {
        return sessions.alive().stream()
                .filter(AssertedSession.class::isInstance)
                .map(AssertedSession.class::cast)
                .toList();
    }
}
