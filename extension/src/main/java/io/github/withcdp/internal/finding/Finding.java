package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.finding.Suspicion.Kind;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** A suspicion while messages are still being looked at: others may tell of the same. */
final class Finding {

    private static final int SENTENCE = 500;

    /** So many messages are named. */
    private static final int EVIDENCE = 4;

    private final Kind kind;
    private final Duration elapsed;
    private final SessionId session;
    private final TreeSet<Long> messages = new TreeSet<>();
    private String sentence;
    private Kind mostTelling;
    private long times = 1;
    private boolean still;

    Finding(Kind kind, Duration elapsed, SessionId session, List<Long> messages, String sentence) {
        this.kind = kind;
        this.mostTelling = kind;
        this.elapsed = elapsed;
        this.session = session;
        this.sentence = SafeText.line(sentence, SENTENCE);
        messages.forEach(this::name);
    }

    /** The very same was said once more. */
    void again() {
        times++;
    }

    /**
     * Another message tells of the same thing in its own way, which would be told twice.
     *
     * @param as what it would have been by itself: if that is more telling, this counts as much
     * @param clause what it adds to the sentence; may be empty
     */
    void alsoTold(Kind as, long sequence, String clause) {
        mostTelling = mostTelling.compareTo(as) < 0 ? mostTelling : as;
        name(sequence);
        if (!clause.isEmpty() && !sentence.contains(clause)) {
            sentence = SafeText.line(sentence + clause, SENTENCE + 300);
        }
    }

    /** Return whether the sentence names a line of a script already: {@code http://shop.test/app.js:12}. */
    boolean names(String place) {
        int end = sentence.indexOf(place) + place.length();
        return sentence.contains(place) && (end == sentence.length() || !Character.isDigit(sentence.charAt(end)));
    }

    private void name(long sequence) {
        if (sequence >= 0 && messages.size() < EVIDENCE) {
            messages.add(sequence);
        }
    }

    /** It is so until something is done about it: it counts as much as what happened last, whenever it began. */
    Finding stillSo() {
        still = true;
        return this;
    }

    boolean isStillSo() {
        return still;
    }

    /** Return the most telling of the kinds that it was told as. */
    Kind mostTelling() {
        return mostTelling;
    }

    Duration elapsed() {
        return elapsed;
    }

    SessionId session() {
        return session;
    }

    /**
     * Return what readers see of it.
     *
     * @param origin what counts as second 0
     * @param subject in whom it happened, if readers cannot know; may be empty
     */
    Suspicion suspicion(Duration origin, String subject) {
        boolean saysWho = subject.isEmpty() || kind == Kind.CRASH || kind == Kind.DETACHED || kind == Kind.BUSY;
        return new Suspicion(
                kind,
                elapsed.minus(origin),
                session,
                saysWho ? sentence : subject + ": " + sentence,
                times,
                List.copyOf(messages),
                List.of());
    }
}
