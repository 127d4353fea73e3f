package io.github.withcdp.internal.redaction;

import io.github.withcdp.recording.RecordedMessage;
import java.util.BitSet;

/**
 * The messages in which no rule has found anything when secrets were looked for, and in which nothing is encoded. In them can only be secrets
 * that other messages gave away, and only as they are known: the rules need not see them again.
 */
final class CleanMessages {

    private final BitSet messages = new BitSet();
    private long first = -1;
    private long last = -1;
    private boolean isMixed;

    /** Note what came of a message. They are told apart by their place in a conversation: of several conversations nothing is kept. */
    void see(RecordedMessage message, boolean isClean) {
        long sequence = message.sequence();
        if (sequence <= last) {
            isMixed = true;
            messages.clear();
        }
        first = first < 0 ? sequence : first;
        last = sequence;
        if (isClean && !isMixed && sequence - first < Integer.MAX_VALUE) {
            messages.set((int) (sequence - first));
        }
    }

    boolean includes(RecordedMessage message) {
        long place = message.sequence() - first;
        return place >= 0 && place < Integer.MAX_VALUE && messages.get((int) place);
    }
}
