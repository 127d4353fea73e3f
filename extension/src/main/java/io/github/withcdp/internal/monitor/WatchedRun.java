package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What there is to be watched: the browsers of a run and their tests. */
final class WatchedRun {

    /** Of how many browsers that have ended one can still see what is left in memory. */
    private static final int FORMER = 4;

    private final Instant began = Instant.now();
    private final List<WatchedBrowser> browsers = new ArrayList<>(); // guarded by this
    private final AtomicInteger tests = new AtomicInteger();
    private final AtomicLong changes = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private int watched; // guarded by this
    private int former; // guarded by this: how many of those that have ended are kept

    synchronized WatchedBrowser watch(MessageRecorder recorder, Redaction redaction) {
        var browser = new WatchedBrowser(watched++, recorder, redaction, this);
        browsers.add(browser);
        changed();
        return browser;
    }

    /** Keep some browsers that have ended from now on: somebody may look at them. */
    synchronized void keepFormer() {
        former = FORMER;
    }

    synchronized void ended() {
        var ended = browsers.stream().filter(WatchedBrowser::isOver).toList();
        if (ended.size() > former) {
            browsers.remove(ended.get(0));
        }
        changed();
    }

    /** Return those that can be looked at, in the order in which they came. */
    synchronized List<WatchedBrowser> browsers() {
        return List.copyOf(browsers);
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

    /** End it; nothing is there to be watched any more, but for those who have begun. */
    synchronized void end() {
        browsers.clear();
        over.countDown();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Wait a moment for the end; return whether it has come. */
    boolean awaitEnd(Duration moment) throws InterruptedException {
        return over.await(moment.toNanos(), TimeUnit.NANOSECONDS);
    }
}
