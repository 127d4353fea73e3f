package io.github.withcdp.internal.grid;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks for a sign of life of a session, again and again. That keeps the Grid from ending one that is busy in our hands and idle in its own
 * eyes, and it is the only way to learn of the end: a Grid holds our WebSocket open, and silent, when the browser, the session or the node behind it is gone.
 */
final class SessionWatch implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LAST_QUESTION = Duration.ofSeconds(2);
    private static final int MORE_QUESTIONS = 4;
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final String GONE_FROM_LIST = "the Grid lists the session no more";

    private final Grid grid;
    private final String session;
    private final Duration period;
    private final Consumer<String> lost;
    private final CountDownLatch over = new CountDownLatch(1);

    SessionWatch(Grid grid, String session, Duration period, Consumer<String> lost) {
        this.grid = grid;
        this.session = session;
        this.period = period;
        this.lost = lost;
    }

    void start() {
        DaemonThreads.start("watch", this::watch);
    }

    private void watch() {
        boolean unreachable = false;
        while (!isOver(unreachable ? period.dividedBy(4) : period)) {
            var sign = ask(ANSWER);
            if (sign.life() == Life.GONE || (sign.life() == Life.UNREACHABLE && unreachable)) {
                over.countDown();
                lost.accept(sign.words());
                return;
            }
            unreachable =
                    sign.life() == Life.UNREACHABLE; // once may be a hiccup of the network between the Grid's machines
        }
    }

    private boolean isOver(Duration wait) {
        try {
            return over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ask once more, quickly; and again, because a Grid that is just ending a session has no answer, or speaks of its own threads. */
    GridSessionState state() {
        var sign = ask(LAST_QUESTION);
        for (int again = 0; again < MORE_QUESTIONS && !sign.isClear() && !isOver(MOMENT); again++) {
            sign = ask(LAST_QUESTION);
        }
        return switch (sign.life()) {
            case ALIVE -> new GridSessionState(false, "the Grid says that the session goes on");
            case GONE, UNREACHABLE -> new GridSessionState(true, sign.words());
            case UNKNOWN -> new GridSessionState(false, sign.words());
        };
    }

    private enum Life {
        ALIVE,
        /** The Grid says that the session is over. */
        GONE,
        /** The Grid cannot get at the node. */
        UNREACHABLE,
        /** We cannot get at the Grid; if it is gone, so is our connection. */
        UNKNOWN
    }

    private record Sign(Life life, String words) {

        boolean isClear() {
            return life == Life.ALIVE || life == Life.GONE;
        }
    }

    private Sign ask(Duration limit) {
        try {
            var answer = grid.lifeSign(session, limit);
            var words = "the Grid says: " + grid.words().of(answer.body());
            var error =
                    GridMessages.tree(answer.body()).map(GridMessages::error).orElse("");
            if (error.equals("invalid session id")) {
                return new Sign(Life.GONE, words);
            }
            // A driver that says no to the question is alive; what a Grid makes up for a node that it does not reach is
            // this.
            if (answer.status() < 500 || !(error.equals("unknown error") || error.isEmpty())) {
                return new Sign(Life.ALIVE, "");
            }
            // While it ends a session, it says the like too, and speaks of its threads.
            return grid.lists(session, limit).orElse(true)
                    ? new Sign(Life.UNREACHABLE, words)
                    : new Sign(Life.GONE, GONE_FROM_LIST);
        } catch (TimeoutException e) {
            return grid.lists(session, limit).orElse(true)
                    ? new Sign(Life.UNKNOWN, "the Grid does not answer")
                    : new Sign(Life.GONE, GONE_FROM_LIST);
        } catch (IOException e) {
            return new Sign(
                    Life.UNKNOWN, "the Grid cannot be asked: " + grid.words().excerpt(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
