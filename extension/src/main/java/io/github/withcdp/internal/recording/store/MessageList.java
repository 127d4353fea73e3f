package io.github.withcdp.internal.recording.store;

import io.github.withcdp.recording.RecordedMessage;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Some messages of a store: remembers their numbers, and makes the messages when they are asked for. */
final class MessageList extends AbstractList<RecordedMessage> implements RandomAccess {

    private final PageStore store;
    private final Snapshot snapshot;
    private final IntList numbers;

    MessageList(PageStore store, Snapshot snapshot, IntList numbers) {
        this.store = store;
        this.snapshot = snapshot;
        this.numbers = numbers;
    }

    @Override
    public RecordedMessage get(int index) {
        int number = numbers.get(Objects.checkIndex(index, numbers.size()));
        var page = snapshot.page(snapshot.pageOf(number));
        return new StoredMessage(store, page, number - page.first, store.slots(page));
    }

    @Override
    public int size() {
        return numbers.size();
    }
}
