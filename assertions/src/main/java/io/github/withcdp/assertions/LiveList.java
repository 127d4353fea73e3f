package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.ClosestMatches;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.evidence.MissingEventHint;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.session.RelatedSessions;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;

/**
 * What a session has by now of a kind that there may be more of, and what is demanded of it.
 *
 * @param <E> the kind
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class LiveList<E> {

    private final WaitSettings waiting;
    private final ListWording words;

    LiveList(WaitSettings waiting, ListWording words) {
        this.waiting = waiting;
        this.words = words;
    }

    final CDPSession session() {
        return waiting.sessions().session();
    }

    final Duration limit() {
        return waiting.limit();
    }

    final WaitSettings waiting() {
        return waiting;
    }

    final ListWording words() {
        return words;
    }

    /** Return those that there are by now. */
    final List<E> now() {
        return in(recording());
    }

    /** Return what has been said. */
    final Recording recording() {
        return waiting.sessions().recording();
    }

    abstract List<E> in(Recording recording);

    /** Return whether an event may tell of one more. */
    abstract boolean isInteresting(String method);

    /** Return what is demanded, a line for each thing that is. */
    abstract List<String> lines();

    abstract ClosestMatches<E> instead();

    /** Return whether not everything is demanded that there is. */
    abstract boolean isSelective();

    /** Note one of them as demanded. */
    abstract void note(E one, Demands demands);

    /** Have noted that some of them were demanded, and are there. */
    final void demanded(List<E> found) {
        waiting.sessions().note(demands -> found.forEach(one -> note(one, demands)));
    }

    final WaitOutcome until(BooleanSupplier reached) {
        return waiting.lookingAt(this::isInteresting).until(reached);
    }

    /** Wait until nothing more is to be expected, unless something is so that must not be. */
    final WaitOutcome restUnless(BooleanSupplier broken) {
        return waiting.untilRest(this::isInteresting).unless(broken);
    }

    /** Return why there may be too few. */
    final List<String> evidence(WaitOutcome outcome) {
        var lines = new ArrayList<>(outcome.details());
        lines.addAll(instead().lines());
        if (outcome.isEnd()) {
            return lines; // which is reason enough
        }
        lines.addAll(waiting.pending());
        lines.addAll(MissingEventHint.in(session(), EventPattern.of(words.event())));
        if (now().isEmpty()) {
            lines.addAll(RelatedSessions.elsewhere(
                    waiting.sessions(), relative -> !in(relative.recording()).isEmpty()));
        }
        return lines;
    }

    @Override
    public final String toString() {
        return "%ss of %s".formatted(words.noun(), session());
    }
}
