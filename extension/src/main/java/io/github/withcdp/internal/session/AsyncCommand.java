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

    static CompletableFuture<JsonNode> future(
            SessionState state, EventDelivery delivery, PendingCommand command, Duration timeout) {
        var future = new CompletableFuture<JsonNode>();
        boolean inHandler = HandlerThreads.isHandler();
        var threads = state.context().threads();
        var timeoutAlarm = state.context()
                .timer()
                .begin(
                        timeout,
                        () -> threads.execute(() -> future.completeExceptionally(new CommandTimeoutException(
                                command.method(),
                                timeout,
                                command.isDone()
                                        ? List.of(Hints.handlerInTheWay(timeout))
                                        : Hints.silence(state, command)))));
        var failures = state.failures()
                .beginAsync()
                .wake(failure -> threads.execute(() -> future.completeExceptionally(failure.giveUp(command.method()))));
        var unused = future.whenComplete((result, failure) -> {
            timeoutAlarm.cancel();
            failures.close();
        });
        command.whenDone(answer -> {
            Runnable completion = () -> complete(future, state, command, answer);
            if (inHandler || answer instanceof Answer.Gone) {
                threads.execute(completion);
            } else {
                delivery.dispatcher().put(completion);
            }
        });
        return future;
    }

    private static void complete(
            CompletableFuture<JsonNode> future, SessionState state, PendingCommand command, Answer answer) {
        try {
            future.complete(Answers.of(state, command, answer));
        } catch (RuntimeException failure) {
            future.completeExceptionally(failure);
        }
    }
}
