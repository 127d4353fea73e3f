package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The monitor of a run: knows its browsers and tests, and once it is open serves a page that shows what they say. What it shows it reads from the
 * recordings, on threads of its own: whoever records does not know that somebody looks, and whoever looks slowly keeps nobody waiting.
 */
public final class LiveMonitor implements AutoCloseable {

    /** Of how many browsers that have ended one can still see what is left in memory. */
    private static final int FORMER = 4;

    private final Instant began = Instant.now();
    private final List<WatchedBrowser> browsers = new ArrayList<>(); // guarded by this
    private final AtomicInteger tests = new AtomicInteger();
    private final AtomicLong changes = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable MonitorServer server; // guarded by this
    private boolean refused; // guarded by this

    /** Have the messages of a browser shown, if anybody looks. */
    public synchronized WatchedBrowser watch(MessageRecorder recorder, Redaction redaction) {
        var browser = new WatchedBrowser(recorder, redaction, this);
        browsers.add(browser);
        return browser;
    }

    /**
     * Open the page, unless it is open.
     *
     * @param port to listen on if it is free; empty for any
     * @param announce told where the page is if it is opened now, or why it cannot be; a line for people
     */
    public synchronized void open(Optional<Integer> port, Consumer<String> announce) {
        if (server == null && closing.getCount() > 0) {
            server = MonitorServer.start(this, port, announce).orElse(null);
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

    /** Return those that can be looked at, in the order in which they came. */
    synchronized List<WatchedBrowser> browsers() {
        return List.copyOf(browsers);
    }

    synchronized void ended(WatchedBrowser browser) {
        var former = browsers.stream().filter(WatchedBrowser::isOver).toList();
        if (server == null) {
            browsers.remove(browser);
        } else if (former.size() > FORMER) {
            browsers.remove(former.get(0));
        }
        changed();
    }

    int nextTest() {
        return tests.getAndIncrement();
    }

    /** Note that something has changed of browsers or tests. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Return a number that is another one whenever something has changed of browsers or tests. */
    long changes() {
        return changes.get();
    }

    /** Return what a page shows as second 0, in the time of a recording. */
    Duration origin(MessageRecorder recorder) {
        return Duration.between(recorder.info().started(), began);
    }

    /** Wait a moment for the end of the run; return whether it has come. */
    boolean awaitEnd(Duration moment) throws InterruptedException {
        return closing.await(moment.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** End it with the run. Who looks is shown what was said up to now. */
    @Override
    public void close() {
        closing.countDown();
        MonitorServer open;
        synchronized (this) {
            open = server;
            browsers.clear();
        }
        if (open != null) {
            open.close();
        }
    }
}
