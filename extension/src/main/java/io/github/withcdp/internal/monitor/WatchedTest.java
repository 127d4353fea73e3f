package io.github.withcdp.internal.monitor;

import io.github.withcdp.internal.session.Scope;
import io.github.withcdp.recording.RecordedMessage;

/** A test, or class, of which the monitor shows the messages. */
public final class WatchedTest {

    private final int number;
    private final String name;
    private final Scope scope;
    private final Runnable changed;
    private volatile boolean over;

    WatchedTest(int number, String name, Scope scope, Runnable changed) {
        this.number = number;
        this.name = name;
        this.scope = scope;
        this.changed = changed;
    }

    /** Return its number in the run. */
    int number() {
        return number;
    }

    String name() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    /** Return whether a command was sent by somebody who watches. */
    boolean hasSentByHand(RecordedMessage command) {
        return scope.isSentByHand(command.id().orElse(0));
    }

    boolean isOver() {
        return over;
    }

    /** Note that it has ended. */
    public void end() {
        over = true;
        changed.run();
    }
}
