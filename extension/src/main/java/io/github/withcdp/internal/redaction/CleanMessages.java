package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.BitSet;

/**
 * The messages in which no rule has found anything when secrets were looked for: the rules need not see them again. In them can only be secrets
 * that other messages gave away.
 */
final class CleanMessages {

    /** What was found in a message. */
    enum Outcome {
        SECRETS,

        /** Nothing; what other messages give away may be in it in another form than it is known in. */
        NOTHING_BUT_ENCODED,

        NOTHING
    }

    private final BitSet clean = new BitSet();
    private final BitSet plain = new BitSet();
    private long first = -1;
    private long last = -1;
    private boolean isMixed;

    /** Note what came of a message. They are told apart by their place in a conversation: of several conversations nothing is kept. */
    void see(RecordedMessage message, Outcome outcome) {
        long sequence = message.sequence();
        if (sequence <= last) {
            isMixed = true;
            clean.clear();
            plain.clear();
        }
        first = first < 0 ? sequence : first;
        last = sequence;
        if (outcome != Outcome.SECRETS && !isMixed && sequence - first < Integer.MAX_VALUE) {
            int place = (int) (sequence - first);
            clean.set(place);
            plain.set(place, outcome == Outcome.NOTHING);
        }
    }

    /** Return whether a message has nothing that is to be taken out. */
    boolean remains(RecordedMessage message, String json, SecretMatcher secrets) {
        return secrets.isEmpty() ? has(clean, message) : has(plain, message) && !secrets.mayBeIn(json);
    }

    private boolean has(BitSet messages, RecordedMessage message) {
        long place = message.sequence() - first;
        return place >= 0 && place < Integer.MAX_VALUE && messages.get((int) place);
    }
}
