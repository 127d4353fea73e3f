package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.transport.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request for a session, which may wait in the queue of the Grid for longer than anybody waits for it here. Then a session that comes
 * late is deleted as soon as it is there. When the JVM ends, the connection does too, and a Grid since 4.27 takes that as a withdrawal;
 * to hang up sooner would be no better, because an answer that is on its way would be lost, and its session with it.
 */
final class SessionRequest {

    /** How much longer than we wait a session may take to come, and still be deleted: twice what a Grid lets wait by default. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration DELETION = Duration.ofMinutes(1);

    private final Grid grid;
    private final CountDownLatch settled = new CountDownLatch(1);
    private boolean abandoned; // guarded by this
    private @Nullable HttpResponse answer; // guarded by this
    private @Nullable Exception failure; // guarded by this

    private SessionRequest(Grid grid) {
        this.grid = grid;
    }

    static SessionRequest send(Grid grid, String json, Duration limit) {
        var request = new SessionRequest(grid);
        DaemonThreads.start("request", () -> request.ask(json, limit.plus(LATE)));
        return request;
    }

    /**
     * Wait for the answer; without one, the request is abandoned.
     *
     * @throws TimeoutException if it does not come in time
     * @throws IOException if it cannot come, or the caller is interrupted
     */
    HttpResponse await(Duration limit) throws IOException, TimeoutException {
        boolean interrupted = false;
        try {
            settled.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (answer != null) {
                return answer;
            }
            if (failure instanceof IOException broken) {
                throw broken;
            }
            abandoned = true;
        }
        if (interrupted) {
            throw new IOException("the thread that waits was interrupted, perhaps because its test took too long");
        }
        throw new TimeoutException();
    }

    private void ask(String json, Duration limit) {
        try {
            settle(grid.newSession(json, limit), null);
        } catch (IOException | TimeoutException | RuntimeException e) {
            settle(null, e instanceof RuntimeException ? new IOException(String.valueOf(e.getMessage()), e) : e);
        }
    }

    private void settle(@Nullable HttpResponse came, @Nullable Exception failed) {
        boolean unwanted;
        synchronized (this) {
            answer = came;
            failure = failed;
            unwanted = abandoned;
        }
        settled.countDown();
        if (unwanted && came != null) {
            sessionId(came).ifPresent(session -> new SessionDeletion(grid, session).run(DELETION));
        }
    }

    /** Return the session that an answer tells; empty if it tells none. */
    static Optional<String> sessionId(HttpResponse answer) {
        return GridMessages.tree(answer.body())
                .map(tree -> tree.path("value").path("sessionId").asString(""))
                .filter(id -> id.matches("[A-Za-z0-9._-]{1,200}")); // it becomes part of URLs
    }
}
