package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The monitor of a run: knows its browsers and tests, and once it is open serves a page that shows what they say. What it shows it reads from the
 * recordings, on threads of its own: whoever records does not know that somebody looks, and whoever looks slowly keeps nobody waiting.
 */
public final class LiveMonitor implements AutoCloseable {

    private final WatchedRun run = new WatchedRun();
    private @Nullable MonitorServer server; // guarded by this
    private boolean refused; // guarded by this

    /** Have the messages of a browser shown, if anybody looks. */
    public WatchedBrowser watch(MessageRecorder recorder, Redaction redaction) {
        return run.watch(recorder, redaction);
    }

    /**
     * Open the page, unless it is open.
     *
     * @param port to listen on if it is free; empty for any
     * @param announce told where the page is if it is opened now, or why it cannot be; a line for people
     */
    public synchronized void open(Optional<Integer> port, Consumer<String> announce) {
        if (server == null && !run.isOver()) {
            server = MonitorServer.start(run, port, announce).orElse(null);
            run.keepFormer();
        }
    }

    /** Have it told, once in a run, why it is not open. */
    public synchronized void refuse(String because, Consumer<String> announce) {
        if (!refused) {
            refused = true;
            announce.accept(because);
        }
    }

    /** Return the address of the page; empty if it is not open. */
    public synchronized Optional<String> address() {
        return Optional.ofNullable(server).map(MonitorServer::address);
    }

    /** End it with the run. Who looks is shown what was said up to now. */
    @Override
    public void close() {
        run.end();
        MonitorServer open;
        synchronized (this) {
            open = server;
        }
        if (open != null) {
            open.close();
        }
    }
}
