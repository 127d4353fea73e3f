package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A conversation made up by a test, with a clock that only moves when told to. */
public final class TestConversation implements AutoCloseable {

    public static final SessionId PAGE = new SessionId("9F86D081884C7D659A2FEAA0C55AD015");
    public static final Instant STARTED = Instant.parse("2026-11-20T13:00:00.123Z");

    private final AtomicLong clock;
    private final PageStore store;
    private final MessageRecorder recorder;

    private TestConversation(AtomicLong clock, PageStore store, MessageRecorder recorder) {
        this.clock = clock;
        this.store = store;
        this.recorder = recorder;
    }

    public static TestConversation inMemory() {
        return with(new PageStore(PageStore.MEMORY_LIMIT, PageStore.usualLagLimit(), tmp()));
    }

    /** Nearly everything goes to disk, through pages of a kilobyte. */
    public static TestConversation onDisk(Path directory) {
        return with(new PageStore(8 * 1024, 64L << 20, directory));
    }

    public static TestConversation with(PageStore store) {
        var clock = new AtomicLong(1_000_000_000_000L);
        return new TestConversation(clock, store, new MessageRecorder(STARTED, clock::get, store));
    }

    public static Path tmp() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    public MessageRecorder recorder() {
        return recorder;
    }

    public Recording recording() {
        return recorder.recording(MessageFilter.ALL);
    }

    /** Wait until everything is on disk that belongs there. */
    public void settle() {
        StoreProbe.settle(store);
    }

    public TestConversation pass(Duration time) {
        clock.addAndGet(time.toNanos());
        return this;
    }

    public TestConversation event(SessionId session, String method, String params) {
        return received(session, method, 0, "{\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    public TestConversation sent(SessionId session, String method, int id) {
        return add(Direction.SENT, session, method, id, "{\"id\":" + id + ",\"method\":\"" + method + "\"}");
    }

    public TestConversation sent(SessionId session, String method, int id, String params) {
        return add(
                Direction.SENT,
                session,
                method,
                id,
                "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    public TestConversation result(SessionId session, String method, int id, String result) {
        return received(session, method, id, "{\"id\":" + id + ",\"result\":" + result + "}");
    }

    public TestConversation answer(SessionId session, String method, int id) {
        return received(session, method, id, "{\"id\":" + id + ",\"result\":{}}");
    }

    public TestConversation received(SessionId session, String method, int id, String json) {
        return add(Direction.RECEIVED, session, method, id, json);
    }

    private TestConversation add(Direction direction, SessionId session, String method, int id, String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        recorder.record(direction, session, method, id, bytes, 0, bytes.length);
        return this;
    }

    @Override
    public void close() {
        recorder.close();
    }
}
