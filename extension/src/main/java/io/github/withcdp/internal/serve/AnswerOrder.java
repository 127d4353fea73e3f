package io.github.withcdp.internal.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets answers go in the order of the recording, each no sooner after its request than there, so that pages meet the same races.
 * An answer waits until those that came before it have arrived. If one of these is not even asked for, it is given up after a while, and that is
 * told: then the page goes another way. Used by one thread, which says what time it is.
 */
final class AnswerOrder {

    /** How much longer than in the recording an answer waits for a request that does not come. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    /** How long at most the arrival of an answer is waited for; Chrome does not tell of each. */
    static final long ARRIVAL = TimeUnit.SECONDS.toNanos(2);

    /** An answer that waits, or is on its way. */
    static final class Held {

        final RecordedAnswer answer;
        final AskedAnswer asked;
        private final long notBefore;
        private long arrivesBy = Long.MAX_VALUE;

        private Held(RecordedAnswer answer, AskedAnswer asked, long notBefore) {
            this.answer = answer;
            this.asked = asked;
            this.notBefore = notBefore;
        }
    }

    /** Whoever asked. */
    interface AskedAnswer {

        /** Return the name by which Chrome tells of its end; empty if it does not. */
        String networkId();
    }

    private final List<RecordedAnswer> expected; // in the order of their answers
    private final Set<RecordedAnswer> done = new LinkedHashSet<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Held> underWay = new ArrayList<>();
    private final Consumer<RecordedAnswer> givenUp;

    /**
     * Create the order of a recording.
     *
     * @param givenUp told of each answer that others have waited for in vain
     */
    AnswerOrder(List<RecordedAnswer> answers, Consumer<RecordedAnswer> givenUp) {
        this.givenUp = givenUp;
        expected = answers.stream()
                .filter(answer -> answer.counts() && answer.outcome() != RecordedAnswer.Outcome.NOTHING)
                .sorted(Comparator.comparing(RecordedAnswer::due))
                .toList();
    }

    /** Hold an answer that was asked for now. */
    void hold(RecordedAnswer answer, AskedAnswer asked, long now) {
        done.remove(answer); // if it is given once more
        held.add(new Held(answer, asked, now + waits(answer.delay())));
        held.sort(Comparator.comparing(each -> each.answer.due()));
    }

    private static long waits(Duration delay) {
        return delay.toNanos();
    }

    /** Take the answers out that may go now. */
    List<Held> ready(long now) {
        underWay.removeIf(each -> {
            boolean over = each.arrivesBy <= now;
            if (over) {
                done.add(each.answer);
            }
            return over;
        });
        var ready = new ArrayList<Held>();
        for (var each : List.copyOf(held)) {
            if (each.notBefore <= now && isTurnOf(each, now)) {
                held.remove(each);
                each.arrivesBy = now + ARRIVAL;
                underWay.add(each);
                ready.add(each);
            }
        }
        return ready;
    }

    private boolean isTurnOf(Held candidate, long now) {
        if (!candidate.answer.counts()) {
            return true;
        }
        for (var earlier : expected) {
            if (earlier.due().compareTo(candidate.answer.due()) >= 0) {
                break;
            }
            if (!done.contains(earlier)
                    && !earlier.equals(candidate.answer)
                    && candidate.answer.begunAfterRequestOf(earlier)) {
                if (isAskedFor(earlier) || now < candidate.notBefore + PATIENCE) {
                    return false;
                }
                done.add(earlier); // nobody else shall wait for it
                givenUp.accept(earlier);
            }
        }
        return true;
    }

    private boolean isAskedFor(RecordedAnswer answer) {
        return held.stream().anyMatch(each -> each.answer.equals(answer))
                || underWay.stream().anyMatch(each -> each.answer.equals(answer));
    }

    /** Take note that an answer has arrived, or that nobody wants it any more. */
    void arrived(Held gone) {
        boolean wasHeld = held.remove(gone);
        if (underWay.remove(gone) || wasHeld) {
            done.add(gone.answer);
        }
    }

    /** Take note that Chrome has told of the end of a request. */
    void ended(String networkId) {
        for (var each : List.copyOf(held)) {
            if (each.asked.networkId().equals(networkId)) {
                arrived(each);
            }
        }
        for (var each : List.copyOf(underWay)) {
            if (each.asked.networkId().equals(networkId)) {
                arrived(each);
            }
        }
    }

    /** Return when to look again; empty if only something that happens can change anything. */
    OptionalLong next(long now) {
        var times = new ArrayList<Long>();
        held.forEach(each -> times.add(each.notBefore > now ? each.notBefore : each.notBefore + PATIENCE));
        underWay.forEach(each -> times.add(each.arrivesBy));
        return times.stream()
                .mapToLong(Long::longValue)
                .filter(time -> time > now)
                .min();
    }
}
