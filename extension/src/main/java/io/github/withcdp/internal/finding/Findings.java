package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects suspicions; what is said over and over becomes one with a count, so that it does not hide the others. */
final class Findings {

    private static final int DIFFERENT = 1_000;
    private static final int SENTENCE = 300;

    private record Key(Suspicion.Kind kind, SessionId session, String sentence) {}

    private final Duration origin;
    private final Map<Key, Suspicion> suspicions = new LinkedHashMap<>();
    private long total;

    Findings(Duration origin) {
        this.origin = origin;
    }

    /** Add a sentence about a message. */
    void add(Suspicion.Kind kind, RecordedMessage about, String sentence) {
        add(kind, about.elapsed(), about.session(), about.sequence(), sentence);
    }

    /** Add a sentence about a message whose details, told of the first only, do not make it a different one. */
    void addAlike(Suspicion.Kind kind, RecordedMessage about, String sentence, String details) {
        add(kind, about.elapsed(), about.session(), about.sequence(), sentence, details);
    }

    /** Add a sentence that may hold anything a page says; it is escaped and cut here. */
    void add(Suspicion.Kind kind, Duration elapsed, SessionId session, long sequence, String sentence) {
        add(kind, elapsed, session, sequence, sentence, "");
    }

    private void add(
            Suspicion.Kind kind, Duration elapsed, SessionId session, long sequence, String sentence, String details) {
        total++;
        var key = new Key(kind, session, SafeText.line(sentence, SENTENCE));
        var safe = SafeText.line(sentence + details, SENTENCE);
        var earlier = suspicions.get(key);
        if (earlier != null) {
            suspicions.put(
                    key,
                    new Suspicion(
                            kind, earlier.at(), session, earlier.sentence(), earlier.times() + 1, earlier.sequence()));
        } else if (suspicions.size() < DIFFERENT) {
            suspicions.put(key, new Suspicion(kind, elapsed.minus(origin), session, safe, 1, sequence));
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** Return the most telling ones first; of the same kind the earlier, because causes come before effects. */
    Suspicions ranked() {
        return new Suspicions(
                suspicions.values().stream()
                        .sorted(Comparator.comparing(Suspicion::kind).thenComparing(Suspicion::at))
                        .limit(Suspicions.SHOWN)
                        .toList(),
                total);
    }
}
