package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.time.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A command that has been sent, until it is answered or nobody will answer it any more. */
public final class PendingCommand {

    private final int id;
    private final Route route;
    private final String method;
    private final boolean recorded;
    private final Ticker ticker;
    private final long heardBefore;
    private final long sentAt;
    private volatile long sentUpTo;
    private final Promise<Answer> answer = new Promise<>();

    /**
     * Create a command that is about to be sent.
     *
     * @param heardBefore how many messages have come before it
     */
    PendingCommand(int id, Route route, String method, boolean recorded, Ticker ticker, long heardBefore) {
        this.heardBefore = heardBefore;
        this.id = id;
        this.route = route;
        this.method = method;
        this.recorded = recorded;
        this.ticker = ticker;
        this.sentAt = ticker.nanoTime();
    }

    /** Return a command that is not sent, because it is known that nobody would answer it. */
    public static PendingCommand unsent(Route route, String method, Answer.Gone gone) {
        var command = new PendingCommand(0, route, method, false, Ticker.SYSTEM, 0);
        command.complete(gone);
        return command;
    }

    /** Return a command that is not sent, because we know better. */
    public static PendingCommand refused(Route route, String method, Answer.Refused refusal) {
        var command = new PendingCommand(0, route, method, false, Ticker.SYSTEM, 0);
        command.complete(refusal);
        return command;
    }

    /** Return its number, unique in its connection. */
    public int id() {
        return id;
    }

    /** Return its method. */
    public String method() {
        return method;
    }

    /** Return how long ago it was sent. */
    public Duration age() {
        return Duration.ofNanos(ticker.nanoTime() - sentAt);
    }

    /** Note where in all that has been sent the command ends. */
    void sentUpTo(long position) {
        sentUpTo = position;
    }

    long sentUpTo() {
        return sentUpTo;
    }

    /** Return how many messages had come before it was sent. */
    long heardBefore() {
        return heardBefore;
    }

    Route route() {
        return route;
    }

    boolean recorded() {
        return recorded;
    }

    /** Return whether it is known what became of it. */
    public boolean isDone() {
        return answer.isDone();
    }

    /** Complete the command; only the first outcome counts. Return whether this is it. */
    public boolean complete(Answer outcome) {
        return answer.complete(outcome);
    }

    /**
     * Return what becomes of it, waiting for that.
     *
     * @throws TimeoutException if that is not known within the time
     */
    public Answer await(long nanos) throws InterruptedException, TimeoutException {
        return answer.await(nanos);
    }

    /**
     * Return what becomes of it, waiting for that.
     *
     * @throws TimeoutException if that is not known before the deadline
     */
    public Answer await(Deadline deadline) throws InterruptedException, TimeoutException {
        return answer.await(deadline);
    }

    /** Have something called, by the reader thread or whoever completes it, when it is known what became of it; it must not wait. */
    public void whenDone(Consumer<? super Answer> continuation) {
        answer.whenDone(continuation);
    }
}
