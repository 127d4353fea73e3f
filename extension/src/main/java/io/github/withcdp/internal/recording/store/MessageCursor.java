package io.github.withcdp.internal.recording.store;

import io.github.withcdp.recording.RecordedMessage;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Goes through the messages of a store page by page, and finds those that are asked for. */
public final class MessageCursor implements Iterator<StoredMessage> {

    private static final int UNKNOWN = -1;

    private final PageStore store;
    private final Snapshot snapshot;
    private final MessageQuery query;

    private int message; // to look at next
    private int pageIndex;
    private @Nullable PageContent slots; // of that page, if they have been needed
    private int found = UNKNOWN;

    private MessageCursor(PageStore store, Snapshot snapshot, MessageQuery query, int from) {
        this.store = store;
        this.snapshot = snapshot;
        this.query = query;
        message = from;
        pageIndex = snapshot.pageOf(from);
    }

    /** Begin with message number {@code from}; what is added from now on is not seen. */
    public static MessageCursor of(
            PageStore store, int from, MessageFilter filter, MessageKind kind, Predicate<String> method) {
        var snapshot = store.snapshot();
        return new MessageCursor(
                store, snapshot, new MessageQuery(store, filter, kind, method), Math.min(from, snapshot.size()));
    }

    public Stream<StoredMessage> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Return the numbers of all that is left, as a list of messages. */
    public List<RecordedMessage> list() {
        var numbers = new IntList();
        while (hasNext()) {
            numbers.add(found);
            found = UNKNOWN;
        }
        return new MessageList(store, snapshot, numbers);
    }

    @Override
    public boolean hasNext() {
        while (found == UNKNOWN && message < snapshot.size()) {
            int end = snapshot.endOf(pageIndex);
            var content = message < end ? contentOfPage() : null;
            if (content == null) {
                message = end;
                pageIndex++;
                slots = null;
            } else {
                lookAtOne(content);
            }
        }
        return found != UNKNOWN;
    }

    private void lookAtOne(PageContent content) {
        var page = snapshot.page(pageIndex);
        if (query.takes(page, content, message - page.first)) {
            found = message;
        }
        message++;
    }

    /** Return null if there is nothing to find in the page. */
    private @Nullable PageContent contentOfPage() {
        var content = slots;
        if (content == null) {
            var page = snapshot.page(pageIndex);
            content = query.mayTakeFrom(page) ? store.slots(page) : null;
            slots = content;
        }
        return content;
    }

    @Override
    public StoredMessage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var page = snapshot.page(pageIndex);
        int index = found - page.first;
        found = UNKNOWN;
        return new StoredMessage(store, page, index, slots);
    }
}
