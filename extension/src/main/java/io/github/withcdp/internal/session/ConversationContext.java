package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Connection;
import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.time.Ticker;
import java.util.concurrent.atomic.AtomicBoolean;

/** What all sessions of a conversation share: how it is held, its record, its threads and its connection, and what is at the other end. */
final class ConversationContext {

    private final ConversationOptions options;
    private final MessageRecorder recorder;
    private final HandlerThreads threads;
    private final TimeoutTimer timer;
    private final Connection connection;
    private final AtomicBoolean hasPage = new AtomicBoolean();
    private volatile RemoteEnd remoteEnd = RemoteEnd.UNKNOWN;

    ConversationContext(
            ConversationOptions options,
            MessageRecorder recorder,
            HandlerThreads threads,
            TimeoutTimer timer,
            Connection connection) {
        this.options = options;
        this.recorder = recorder;
        this.threads = threads;
        this.timer = timer;
        this.connection = connection;
        recorder.strictness(options.strictness());
    }

    /** Return what refuses names and params that the protocol does not have. */
    StrictNames names() {
        return recorder.names();
    }

    ConversationOptions options() {
        return options;
    }

    MessageRecorder recorder() {
        return recorder;
    }

    HandlerThreads threads() {
        return threads;
    }

    TimeoutTimer timer() {
        return timer;
    }

    Connection connection() {
        return connection;
    }

    /** Return what the time is measured by that is waited for remote ends. */
    Ticker ticker() {
        return recorder.ticker();
    }

    /** Return whether this is asked for the first time: when the conversation gets its first page. */
    boolean isFirstPage() {
        return hasPage.compareAndSet(false, true);
    }

    /** Return what is at the other end; until it has been met, a browser of which nothing is known. */
    RemoteEnd remoteEnd() {
        return remoteEnd;
    }

    void meet(RemoteEnd end) {
        remoteEnd = end;
    }
}
