package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser, and the tests that have used it. */
public final class WatchedBrowser {

    /** How many tests are asked whose a message of the browser's session is, which nothing but its content tells. */
    private static final int LATEST = 16;

    private final int number;
    private final MessageRecorder recorder;
    private final Redaction redaction;
    private final WatchedRun run;
    private final List<WatchedTest> tests = new CopyOnWriteArrayList<>();
    private final Map<SessionId, WatchedTest> owners = new ConcurrentHashMap<>();
    private volatile boolean over;

    WatchedBrowser(int number, MessageRecorder recorder, Redaction redaction, WatchedRun run) {
        this.number = number;
        this.recorder = recorder;
        this.redaction = redaction;
        this.run = run;
    }

    /** Return its number in the run. */
    int number() {
        return number;
    }

    MessageRecorder recorder() {
        return recorder;
    }

    Redaction redaction() {
        return redaction;
    }

    List<WatchedTest> tests() {
        return tests;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Note that a test or class begins to use the browser.
     *
     * @param name for people
     */
    public WatchedTest begin(String name, Scope scope) {
        var test = new WatchedTest(run.nextTest(), name, scope, run::changed);
        tests.add(test);
        run.changed();
        return test;
    }

    /** Note that the browser has ended. */
    public void end() {
        over = true;
        run.ended();
    }

    /** Return the test that a message belongs to; empty if it belongs to none, or to one that has not begun yet. */
    Optional<WatchedTest> testOf(RecordedMessage message) {
        if (message.session().isBrowser()) {
            return latestOwner(message, LATEST);
        }
        var known = owners.get(message.session());
        if (known != null) {
            return Optional.of(known);
        }
        var owner = latestOwner(message, Integer.MAX_VALUE);
        owner.ifPresent(test -> owners.put(message.session(), test));
        return owner;
    }

    private Optional<WatchedTest> latestOwner(RecordedMessage message, int most) {
        for (int i = tests.size() - 1, asked = 0; i >= 0 && asked < most; i--, asked++) {
            if (tests.get(i).scope().owns(message)) {
                return Optional.of(tests.get(i));
            }
        }
        return Optional.empty();
    }
}
