package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * A command that nobody waits for in person. Its future runs what users attach to it, so it is completed where handlers run, in their order;
 * for a command sent by a handler by another thread, because the handler may be about to wait for it.
 */
final class AsyncCommand {

    private AsyncCommand() {}

    static CompletableFuture<JsonNode> send(DefaultCDPSession session, PendingCommand command, Duration timeout) {
        var future = new CompletableFuture<JsonNode>();
        boolean inHandler = HandlerThreads.isHandler();
        var threads = session.context().threads();
        var timeoutAlarm = session.context()
                .timer()
                .begin(
                        timeout,
                        () -> threads.execute(() -> future.completeExceptionally(new CommandTimeoutException(
                                command.method(),
                                timeout,
                                command.isDone()
                                        ? List.of(Hints.handlerInTheWay(timeout))
                                        : Hints.silence(session, command)))));
        var failures = session.failures()
                .beginAsync()
                .wake(failure -> threads.execute(() -> future.completeExceptionally(failure.giveUp(command.method()))));
        var unused = future.whenComplete((result, failure) -> {
            timeoutAlarm.cancel();
            failures.close();
        });
        command.whenDone(answer -> {
            Runnable completion = () -> complete(future, session, command, answer);
            if (inHandler || answer instanceof Answer.Gone) {
                threads.execute(completion);
            } else {
                session.dispatcher().put(completion);
            }
        });
        return future;
    }

    private static void complete(
            CompletableFuture<JsonNode> future, DefaultCDPSession session, PendingCommand command, Answer answer) {
        try {
            future.complete(Answers.of(session, command, answer));
        } catch (RuntimeException failure) {
            future.completeExceptionally(failure);
        }
    }
}
