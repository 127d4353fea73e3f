package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.MessageCursor;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.MessageKind;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.internal.schema.RemoteVersion;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Records what is said to a browser and what it says. Called for every message by the thread that reads them,
 * so it is quick, never waits for a disk, and never throws.
 *
 * <p>Thread safe: messages have the order, and their times the order, of the calls.
 */
public final class MessageRecorder implements AutoCloseable {

    /** In place of a sequence: the message could not be kept, because the heap is full. The recording is incomplete. */
    public static final long NOT_KEPT = -1;

    private final Instant startedAt;
    private final LongSupplier nanoTime;
    private final Ticker ticker;
    private final long start;
    private final PageStore store;
    private final ReportMaker reports;
    private volatile String browserVersion = "";
    private volatile RemoteVersion remote = RemoteVersion.OTHER;
    private volatile Predicate<String> described = name -> false;
    private volatile StrictNames names = StrictNames.NONE;
    private int followers; // guarded by store: those who wait for more
    private boolean closed; // guarded by store

    /** Create a recorder with 8 MiB of memory that spills to the directory for temporary files, as much as there is. */
    public static MessageRecorder create() {
        return create(ReportMaker.INSTALLED, Long.MAX_VALUE);
    }

    /**
     * Create such a recorder.
     *
     * @param reports makes the reports of its recordings
     * @param diskLimit how many bytes it keeps on disk; beyond that the oldest messages are given up
     */
    public static MessageRecorder create(ReportMaker reports, long diskLimit) {
        return create(reports, diskLimit, Ticker.SYSTEM);
    }

    /**
     * Create such a recorder.
     *
     * @param ticker tells the time of the messages; one that is not real tells that of another recording, which its messages have, too
     */
    public static MessageRecorder create(ReportMaker reports, long diskLimit, Ticker ticker) {
        var directory = Path.of(System.getProperty("java.io.tmpdir"));
        return new MessageRecorder(
                Instant.now(),
                ticker::messageTime,
                ticker,
                new PageStore(PageStore.MEMORY_LIMIT, PageStore.usualLagLimit(), diskLimit, directory),
                reports);
    }

    MessageRecorder(Instant startedAt, LongSupplier nanoTime, long memoryLimit, Path directory) {
        this(startedAt, nanoTime, new PageStore(memoryLimit, PageStore.usualLagLimit(), directory));
    }

    MessageRecorder(Instant startedAt, LongSupplier nanoTime, PageStore store) {
        this(startedAt, nanoTime, Ticker.SYSTEM, store, ReportMaker.INSTALLED);
    }

    private MessageRecorder(
            Instant startedAt, LongSupplier nanoTime, Ticker ticker, PageStore store, ReportMaker reports) {
        this.reports = reports;
        this.startedAt = startedAt;
        this.nanoTime = nanoTime;
        this.store = store;
        this.ticker = ticker;
        start = ticker.isReal() ? nanoTime.getAsLong() : 0;
    }

    /**
     * Record a copy of a message.
     *
     * @param method of an answer: its command's; empty if it is not known
     * @param id 0 for an event, or if there is none
     * @return its sequence: 0, 1, 2, … without a gap; {@link #NOT_KEPT} if it could not be recorded
     */
    public long record(
            Direction direction, SessionId session, String method, int id, byte[] bytes, int from, int length) {
        return record(direction, session, method, id, bytes, from, length, false);
    }

    /** Record a message without a copy: the array is the recorder's from now on. For large messages. */
    public long recordOwned(Direction direction, SessionId session, String method, int id, byte[] bytes) {
        return record(direction, session, method, id, bytes, 0, bytes.length, true);
    }

    private long record(
            Direction direction,
            SessionId session,
            String method,
            int id,
            byte[] bytes,
            int from,
            int length,
            boolean owned) {
        try {
            synchronized (store) { // so that time and sequence agree
                long sequence = store.size();
                long nanos = nanoTime.getAsLong() - start;
                store.add(sequence, nanos, direction, session, method, id, bytes, from, length, owned);
                if (followers > 0) {
                    store.notifyAll();
                }
                return sequence;
            }
        } catch (OutOfMemoryError e) {
            store.markIncomplete("A message of %d bytes (%s) found no room in the heap.".formatted(length, method));
            return NOT_KEPT;
        }
    }

    /** Take note of who uses a session, which is a running test unless something else is said. */
    public void use(SessionId session, SessionUse use) {
        store.use(session, use);
    }

    /** Take note that messages are missing. The first reason is kept. */
    public void markIncomplete(String because) {
        store.markIncomplete(because);
    }

    /** Take note of the version of the browser. */
    public void browserVersion(String version) {
        browserVersion = version;
        remote = RemoteVersion.of(version);
    }

    /** Take note of how strictly names are compared with the protocol. */
    public void strictness(Strictness strictness) {
        names = RecordedNames.in(store, strictness, () -> remote, name -> described.test(name));
    }

    /** Take note of who knows whether the browser itself describes a command or event; asked of names that are not known otherwise, and may take seconds. */
    public void describedBy(Predicate<String> own) {
        described = own;
    }

    /** Return what refuses names and params that the protocol does not have. */
    public StrictNames names() {
        return names;
    }

    /** Return what is known about the conversation as a whole. */
    public RecordingInfo info() {
        return new RecordingInfo(browserVersion, startedAt);
    }

    /** Return the time since the recording began, as its messages have it. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    /** Return what tells the time of its messages, and so of those who wait for them. */
    public Ticker ticker() {
        return ticker;
    }

    /** Return the sequence that the next message will get. */
    public long position() {
        return store.size();
    }

    /**
     * Wait until the message with this sequence has been recorded, the recorder is closed, or the time is up.
     *
     * @return whether it has: whether {@code position() > sequence}
     */
    public boolean awaitBeyond(long sequence, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (store) {
            followers++;
            try {
                long left = limit.toNanos();
                while (store.size() <= sequence && !closed && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(store, left);
                    left = deadline - System.nanoTime();
                }
            } finally {
                followers--;
            }
            return store.size() > sequence;
        }
    }

    /** Return a part of the conversation, as a live view. */
    public Recording recording(MessageFilter filter) {
        return recording(filter, this::names);
    }

    /**
     * Return a part of the conversation, as a live view.
     *
     * @param ofReader refuses names where somebody looks for them there
     */
    public Recording recording(MessageFilter filter, Supplier<StrictNames> ofReader) {
        return new StoredRecording(store, filter, this::info, ofReader, reports);
    }

    /** Return the messages of a part from {@code fromSequence} to now. They are read bit by bit. */
    public Stream<RecordedMessage> stream(long fromSequence, MessageFilter filter) {
        int from = (int) Math.max(0, Math.min(fromSequence, Integer.MAX_VALUE));
        return MessageCursor.of(store, from, filter, MessageKind.ANY, method -> true).stream()
                .map(message -> message);
    }

    /** Delete the temporary file. What is still in memory remains readable; recordings say what is not. Idempotent. */
    @Override
    public void close() {
        synchronized (store) {
            closed = true;
        }
        store.close();
    }
}
