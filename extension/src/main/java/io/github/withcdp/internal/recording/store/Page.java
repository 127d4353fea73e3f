package io.github.withcdp.internal.recording.store;

import io.github.withcdp.recording.Direction;

/**
 * Some hundred successive messages, or a single large one: what is written to disk, and read from it, in one piece.
 * Filled under the lock of its {@link PageStore}; afterwards only its place changes.
 */
final class Page {

    private static final int SLOT = PageContent.SLOT;

    /** The number of its first message in the store. */
    final int first;

    final long firstSequence;
    final long firstNanos;

    private int count;
    private int textsEnd;
    private long sessions;
    private long methods;
    private boolean inlineNames;
    private volatile PageLocation place;

    Page(int first, long firstSequence, long firstNanos, PageContent content) {
        this.first = first;
        this.firstSequence = firstSequence;
        this.firstNanos = firstNanos;
        this.place = content;
    }

    PageLocation place() {
        return place;
    }

    void moveTo(PageLocation other) {
        place = other;
    }

    int count() {
        return count;
    }

    int textsEnd() {
        return textsEnd;
    }

    /** Return the {@linkplain NameTable#bit bits} of the sessions that its messages belong to. */
    long sessions() {
        return sessions;
    }

    /** Return the {@linkplain NameTable#bit bits} of the methods of its messages. */
    long methods() {
        return methods;
    }

    /** Return whether names lie among its texts. */
    boolean inlineNames() {
        return inlineNames;
    }

    boolean hasRoomFor(long bytes, long sequence) {
        return place instanceof PageContent content
                && textsEnd + bytes + (count + 1L) * SLOT <= content.slots.length
                && sequence - firstSequence <= Integer.MAX_VALUE;
    }

    /** Take note of a message whose text ends at {@code offset + length} of the texts. */
    void add(
            PageContent content,
            long sequence,
            long nanos,
            Direction direction,
            int session,
            int method,
            int id,
            int offset,
            int length) {
        content.put(count, nanos, direction, session, method, id, (int) (sequence - firstSequence), offset, length);
        count++;
        textsEnd = offset + length;
        sessions |= NameTable.bit(session);
        methods |= NameTable.bit(method);
        inlineNames |= session == NameTable.INLINE || method == NameTable.INLINE;
    }

    /** Give back the room that is left. Called when no more messages are added. */
    void trim() {
        if (place instanceof PageContent content) {
            place = content.trimmed(textsEnd, count);
        }
    }
}
