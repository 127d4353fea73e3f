package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.recording.store.MessageCursor;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.MessageKind;
import io.github.withcdp.internal.recording.store.MissingMessages;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.internal.schema.RemoteVersion;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.script.ConsoleMessages;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A part of what a store holds; looks anew at each call. */
public final class StoredRecording implements Recording, KnowsNames {

    private final PageStore store;
    private final MessageFilter filter;
    private final Supplier<RecordingInfo> info;
    private final Supplier<StrictNames> names;
    private final ReportMaker reports;

    StoredRecording(
            PageStore store,
            MessageFilter filter,
            Supplier<RecordingInfo> info,
            Supplier<StrictNames> names,
            ReportMaker reports) {
        this.store = store;
        this.filter = filter;
        this.info = info;
        this.names = names;
        this.reports = reports;
    }

    /**
     * Read a recording from a file that {@link #writeTo} has written.
     *
     * @throws IOException if the file cannot be read, or is not a recording; the message says which line is wrong, and what about it
     */
    public static Recording read(Path file) throws IOException {
        // Never closed: without a name on disk, the store's temporary file goes when nobody can reach the recording any
        // more.
        var store = PageStore.ofUsualSize();
        try {
            var info = TrafficFileReader.read(file, store);
            return alone(store, info);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Return all that a store holds, which no conversation adds to. The version in the header says who spoke. */
    static StoredRecording alone(PageStore store, RecordingInfo info) {
        var remote = RemoteVersion.of(info.browser());
        var names = RecordedNames.in(store, Strictness.ofRecordings(), () -> remote, name -> false);
        return new StoredRecording(store, MessageFilter.ALL, () -> info, () -> names, ReportMaker.INSTALLED);
    }

    /**
     * Return all that a store holds, which is a copy of another recording.
     *
     * @param names what refuses names there
     */
    static StoredRecording copy(PageStore store, RecordingInfo info, StrictNames names) {
        return new StoredRecording(store, MessageFilter.ALL, () -> info, () -> names, ReportMaker.INSTALLED);
    }

    @Override
    public StrictNames names() {
        return names.get();
    }

    /** Return what a recording knows about the conversation as a whole. */
    public static RecordingInfo infoOf(Recording recording) {
        return recording instanceof StoredRecording stored
                ? stored.info.get()
                : new RecordingInfo("", Instant.EPOCH); // one that was made by hand, for a test
    }

    /** Return a recording that writes down what its report knows, too; one that was made by hand writes what it likes. */
    public static Recording withReport(JsonNode report, Recording recording) {
        return recording instanceof StoredRecording stored
                ? new StoredRecording(
                        stored.store, stored.filter, () -> stored.info.get().with(report), stored.names, stored.reports)
                : recording;
    }

    @Override
    public List<RecordedMessage> messages() {
        return untilNow().list();
    }

    /** Return what goes through all that has been said by now. */
    MessageCursor untilNow() {
        return MessageCursor.of(store, 0, filter, MessageKind.ANY, method -> true);
    }

    @Override
    public CapturedEvents events() {
        return new StoredEvents(store, filter, names, method -> true);
    }

    @Override
    public List<RecordedMessage> commands() {
        return MessageCursor.of(store, 0, filter, MessageKind.COMMAND, method -> true)
                .list();
    }

    /** Only what tells of requests is looked at, so that the rest is not even read from disk; of other sessions only if something is missing. */
    @Override
    public List<Exchange> exchanges() {
        return Exchanges.in(
                MessageCursor.of(store, 0, filter, MessageKind.ANY, Exchanges::areToldBy)
                        .list(),
                from -> ofOthers((int) from));
    }

    private List<RecordedMessage> ofOthers(int from) {
        return filter == MessageFilter.ALL
                ? List.of()
                : MessageCursor.of(
                                store,
                                from,
                                session -> !filter.includes(session),
                                MessageKind.ANY,
                                Exchanges::areToldBy)
                        .list();
    }

    @Override
    public List<ConsoleMessage> console() {
        return ConsoleMessages.in(MessageCursor.of(store, 0, filter, MessageKind.EVENT, ConsoleMessages::isToldBy)
                .list());
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
        return MissingMessages.reason(store, filter);
    }

    @Override
    public void writeTo(Path file) throws IOException {
        TrafficFile.write(messages(), this::incompleteBecause, info.get(), file);
    }

    @Override
    public String toString() {
        return "Recording of %d messages of %s".formatted(messages().size(), info.get());
    }
}
