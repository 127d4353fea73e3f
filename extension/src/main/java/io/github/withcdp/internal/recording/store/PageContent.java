package io.github.withcdp.internal.recording.store;

import io.github.withcdp.recording.Direction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What a page holds: texts from the front of one array, and for each text a slot of fixed size from the back of another.
 * Usually both are the same array, which is full when they meet; a large text has an array of its own.
 *
 * <p>A slot has a fixed size so that a message is found by its number, and lies apart from the texts
 * so that messages are selected without reading these.
 */
final class PageContent implements PageLocation {

    static final int SLOT = 32;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int NANOS = 0;
    private static final int OFFSET = 8;
    private static final int LENGTH = 12; // its highest bit says that the message was sent
    private static final int SESSION = 16;
    private static final int METHOD = 20;
    private static final int ID = 24;
    private static final int SEQUENCE = 28;

    final byte[] slots;
    final byte[] texts;

    PageContent(byte[] slots, byte[] texts) {
        this.slots = slots;
        this.texts = texts;
    }

    /** Return the bytes of memory that it takes. */
    long size() {
        return slots == texts ? slots.length : (long) slots.length + texts.length;
    }

    /** Return a copy without the gap in the middle, if that is worth it. */
    PageContent trimmed(int textsEnd, int count) {
        int used = textsEnd + count * SLOT;
        if (slots != texts || used > slots.length / 2) {
            return this;
        }
        var bytes = Arrays.copyOf(texts, used);
        System.arraycopy(slots, slots.length - count * SLOT, bytes, textsEnd, count * SLOT);
        return new PageContent(bytes, bytes);
    }

    void put(
            int index,
            long nanos,
            Direction direction,
            int session,
            int method,
            int id,
            int sequence,
            int offset,
            int length) {
        int slot = slot(index);
        LONG.set(slots, slot + NANOS, nanos);
        INT.set(slots, slot + OFFSET, offset);
        INT.set(slots, slot + LENGTH, direction == Direction.SENT ? length | Integer.MIN_VALUE : length);
        INT.set(slots, slot + SESSION, session);
        INT.set(slots, slot + METHOD, method);
        INT.set(slots, slot + ID, id);
        INT.set(slots, slot + SEQUENCE, sequence);
    }

    long nanos(int index) {
        return (long) LONG.get(slots, slot(index) + NANOS);
    }

    int offset(int index) {
        return integer(index, OFFSET);
    }

    int length(int index) {
        return integer(index, LENGTH) & Integer.MAX_VALUE;
    }

    Direction direction(int index) {
        return integer(index, LENGTH) < 0 ? Direction.SENT : Direction.RECEIVED;
    }

    int session(int index) {
        return integer(index, SESSION);
    }

    int method(int index) {
        return integer(index, METHOD);
    }

    int id(int index) {
        return integer(index, ID);
    }

    /** Return how far the message's sequence is from that of the first one in the page. */
    int sequence(int index) {
        return integer(index, SEQUENCE);
    }

    /** Return the name of a session that has no number; it lies in front of the text. */
    String inlineSession(int index) {
        return inline(beginning(index));
    }

    /** Return the name of a method that has no number; it lies in front of the text, behind that of such a session. */
    String inlineMethod(int index) {
        int at = beginning(index);
        return inline(session(index) == NameTable.INLINE ? at + 4 + (int) INT.get(texts, at) : at);
    }

    /** Put a name in front of a text, and return where it ends. */
    int putInline(int at, byte[] name) {
        INT.set(texts, at, name.length);
        System.arraycopy(name, 0, texts, at + 4, name.length);
        return at + 4 + name.length;
    }

    /** Return a name as bytes; char by char, because a hostile one may have lone surrogates. */
    static byte[] inlineBytes(String name) {
        var bytes = ByteBuffer.allocate(2 * name.length());
        bytes.asCharBuffer().put(name);
        return bytes.array();
    }

    private String inline(int at) {
        return ByteBuffer.wrap(texts, at + 4, (int) INT.get(texts, at))
                .asCharBuffer()
                .toString();
    }

    private int beginning(int index) {
        return index == 0 ? 0 : offset(index - 1) + length(index - 1);
    }

    private int integer(int index, int field) {
        return (int) INT.get(slots, slot(index) + field);
    }

    private int slot(int index) {
        return slots.length - (index + 1) * SLOT;
    }
}
