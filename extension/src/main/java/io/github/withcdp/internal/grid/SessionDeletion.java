package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a session: asked for once, by whoever comes first, and when the JVM ends at the latest. The Grid is given more time than callers wait, because it breaks off
 * what it does for a client that hangs up.
 */
final class SessionDeletion {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration AT_EXIT = Duration.ofSeconds(3);
    private static final int NOT_FOUND = 404;

    private final Grid grid;
    private final String session;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Optional<ShutdownHook> hook;

    /** Make sure that a session that exists will be deleted. */
    SessionDeletion(Grid grid, String session) {
        this.grid = grid;
        this.session = session;
        this.hook = ShutdownHook.register(() -> run(AT_EXIT));
    }

    /** Return whether the JVM is ending, so that the session has to be deleted now. */
    boolean isDue() {
        return hook.isEmpty();
    }

    /**
     * Have the session deleted.
     *
     * @param patience how long to wait for it
     * @return whether that was done by then, or has failed
     */
    boolean run(Duration patience) {
        if (begun.compareAndSet(false, true)) {
            DaemonThreads.start("delete", this::delete);
        }
        try {
            return done.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void delete() {
        try {
            var answer = grid.delete(session, LIMIT);
            if (answer.status() >= 300 && answer.status() != NOT_FOUND) { // what is not found is gone
                warn("it answered %d %s: %s"
                        .formatted(
                                answer.status(),
                                answer.statusText(),
                                grid.words().of(answer.body())));
            }
        } catch (IOException | TimeoutException e) {
            warn(grid.words().excerpt(String.valueOf(e.getMessage())));
        } finally {
            hook.ifPresent(ShutdownHook::callOff);
            done.countDown();
        }
    }

    private void warn(String why) {
        Loggers.of(SessionDeletion.class)
                .log(
                        System.Logger.Level.WARNING,
                        "The Selenium Grid at {0} was asked to delete the session {1}, and did not: {2}. It ends a session that nobody uses after its session timeout",
                        grid.url().display(),
                        session,
                        why);
    }
}
