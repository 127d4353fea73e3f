package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects what is suspicious; what is said over and over becomes one with a count, so that it does not hide the others. */
final class Findings {

    private static final int DIFFERENT = 1_000;
    private static final int SENTENCE = 500;

    private record Key(Suspicion.Kind kind, SessionId session, String sentence) {}

    private final Map<Key, Finding> all = new LinkedHashMap<>();
    private final Map<SessionId, Finding> ends = new BoundedMap<>(DIFFERENT);
    private long total;

    /** Add a sentence about a message. */
    Finding add(Suspicion.Kind kind, RecordedMessage about, String sentence) {
        return add(kind, about.elapsed(), about.session(), about.sequence(), sentence);
    }

    /** Add a sentence about a message whose details, told of the first only, do not make it a different one. */
    Finding addAlike(Suspicion.Kind kind, RecordedMessage about, String sentence, String details) {
        return add(kind, about.elapsed(), about.session(), List.of(about.sequence()), sentence, details);
    }

    /** The same about what happened at a time of its own, shown by the messages with these sequences. */
    Finding addAlike(
            Suspicion.Kind kind,
            Duration elapsed,
            SessionId session,
            List<Long> messages,
            String sentence,
            String details) {
        return add(kind, elapsed, session, messages, sentence, details);
    }

    /** Add a sentence about the message with this sequence. */
    Finding add(Suspicion.Kind kind, Duration elapsed, SessionId session, long sequence, String sentence) {
        return add(kind, elapsed, session, List.of(sequence), sentence);
    }

    /**
     * Add a sentence that may hold anything a page says; it is escaped and cut here.
     *
     * @param messages the sequences of the messages that show it; what is negative is unknown, and left out
     * @return the finding, which others may add to, or that of the same sentence before
     */
    Finding add(Suspicion.Kind kind, Duration elapsed, SessionId session, List<Long> messages, String sentence) {
        return add(kind, elapsed, session, messages, sentence, "");
    }

    private Finding add(
            Suspicion.Kind kind,
            Duration elapsed,
            SessionId session,
            List<Long> messages,
            String sentence,
            String details) {
        total++;
        var key = new Key(kind, session, SafeText.line(sentence, SENTENCE));
        var earlier = all.get(key);
        if (earlier != null) {
            earlier.again();
            return earlier;
        }
        var finding = new Finding(kind, elapsed, session, messages, sentence + details);
        if (all.size() < DIFFERENT) {
            all.put(key, finding);
        }
        return finding;
    }

    /** Take note that a finding tells how a session ended, which explains much of what else is missing in it. */
    void end(SessionId session, Finding finding) {
        ends.putIfAbsent(session, finding.stillSo());
    }

    /** Return what tells how a session ended; empty if it did not, or was meant to. */
    Optional<Finding> endOf(SessionId session) {
        return Optional.ofNullable(ends.get(session));
    }

    boolean isEmpty() {
        return total == 0;
    }

    /**
     * Return what readers see of them.
     *
     * @param order the most telling ones first
     * @param shown makes a suspicion of one
     * @param nothing what to say if there is none
     */
    Suspicions ranked(Comparator<Finding> order, Function<Finding, Suspicion> shown, String nothing) {
        return new Suspicions(
                all.values().stream()
                        .sorted(order)
                        .limit(Suspicions.SHOWN)
                        .map(shown)
                        .toList(),
                total,
                nothing);
    }
}
