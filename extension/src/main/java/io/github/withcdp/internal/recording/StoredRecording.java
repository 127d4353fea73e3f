package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.recording.store.MessageKind;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.MessageCursor;
import io.github.withcdp.internal.script.Console;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A part of what a store holds; looks anew at each call. */
record StoredRecording(PageStore store, MessageFilter filter, Supplier<RecordingInfo> about, ReportMaker reports)
        implements Recording {

    @Override
    public List<RecordedMessage> messages() {
        return MessageCursor.of(store, 0, filter, MessageKind.ANY, method -> true).list();
    }

    @Override
    public CapturedEvents events() {
        return new StoredEvents(store, filter, method -> true);
    }

    @Override
    public List<RecordedMessage> commands() {
        return MessageCursor.of(store, 0, filter, MessageKind.COMMAND, method -> true).list();
    }

    /** Only what tells of requests is looked at, so that the rest is not even read from disk; of other sessions only if something is missing. */
    @Override
    public List<Exchange> exchanges() {
        return Exchanges.in(
                MessageCursor.of(store, 0, filter, MessageKind.ANY, Exchanges::areToldBy).list(), from -> ofOthers((int) from));
    }

    private List<RecordedMessage> ofOthers(int from) {
        return filter == MessageFilter.ALL
                ? List.of()
                : MessageCursor.of(store, from, session -> !filter.includes(session), MessageKind.ANY, Exchanges::areToldBy)
                        .list();
    }

    @Override
    public List<ConsoleMessage> console() {
        return Console.in(MessageCursor.of(store, 0, filter, MessageKind.EVENT, Console::isToldBy).list());
    }

    @Override
    public void writeReport(Path directory) throws IOException {
        reports.write(this, directory);
    }

    @Override
    public boolean isComplete() {
        return incompleteBecause().isEmpty();
    }

    @Override
    public String incompleteBecause() {
        return store.incompleteBecause(filter);
    }

    @Override
    public void writeTo(Path file) throws IOException {
        TrafficFile.write(this, about.get(), file, UnaryOperator.identity());
    }

    @Override
    public String toString() {
        return "Recording of %d messages of %s".formatted(messages().size(), about.get());
    }
}
