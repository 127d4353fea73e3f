package io.github.withcdp.internal.recording.store;

import io.github.withcdp.recording.Direction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Decides which messages are asked for, without reading their texts; the names known by now are judged once. */
final class MessageQuery {

    private final PageStore store;
    private final MessageFilter filter;
    private final MessageKind kind;
    private final Predicate<String> method;
    private final boolean[] sessions;
    private final boolean[] methods;
    private final long sessionBits;
    private final long methodBits;

    /** Create a selection. Knows the names of all messages in a snapshot that is older. */
    MessageQuery(PageStore store, MessageFilter filter, MessageKind kind, Predicate<String> method) {
        this.store = store;
        this.filter = filter;
        this.kind = kind;
        this.method = method;
        sessions = judge(store.sessionCount(), number -> filter.includes(store.session(number)));
        methods = judge(store.methodCount(), number -> method.test(store.method(number)));
        sessionBits = bits(sessions);
        methodBits = bits(methods);
    }

    private static boolean[] judge(int count, IntPredicate judge) {
        var judged = new boolean[count];
        for (int i = 0; i < count; i++) {
            judged[i] = judge.test(i);
        }
        return judged;
    }

    private static long bits(boolean[] judged) {
        long bits = 0;
        for (int i = 0; i < judged.length; i++) {
            bits |= judged[i] ? NameTable.bit(i) : 0;
        }
        return bits;
    }

    /** Return false if nothing in the page is asked for. */
    boolean mayTakeFrom(Page page) {
        return mayHave(page, page.sessions(), sessionBits) && mayHave(page, page.methods(), methodBits);
    }

    /** A name without a number sets all bits, and may be asked for though no name that has one is. */
    private static boolean mayHave(Page page, long bits, long wanted) {
        return (bits & wanted) != 0 || (page.inlineNames() && bits == NameTable.bit(NameTable.INLINE));
    }

    boolean takes(Page page, PageContent slots, int index) {
        return takesKind(slots, index)
                && takesMethod(slots, index)
                && takesSession(slots, index)
                && takesBrowserMessage(page, slots, index);
    }

    private boolean takesKind(PageContent slots, int index) {
        return switch (kind) {
            case ANY -> true;
            case COMMAND -> slots.direction(index) == Direction.SENT;
            case EVENT ->
                slots.direction(index) == Direction.RECEIVED
                        && slots.id(index) == 0
                        && !store.method(slots, index).isEmpty();
        };
    }

    private boolean takesMethod(PageContent slots, int index) {
        int number = slots.method(index);
        return number == NameTable.INLINE ? method.test(slots.inlineMethod(index)) : methods[number];
    }

    private boolean takesSession(PageContent slots, int index) {
        int number = slots.session(index);
        return number == NameTable.INLINE ? filter.includes(store.session(slots, index)) : sessions[number];
    }

    private boolean takesBrowserMessage(Page page, PageContent slots, int index) {
        return !store.session(slots, index).isBrowser()
                || filter.includesBrowserMessage(new StoredMessage(store, page, index, slots));
    }
}
