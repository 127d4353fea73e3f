package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** How a calling thread waits: with a limit, and giving way to an interrupt. */
final class Await {

    private Await() {}

    /** Wait for the answer to a command, and for the handlers of the events before it, unless one of them fails. */
    static Answer answer(
            DefaultCDPSession session, PendingCommand command, Deadline deadline, HandlerFailures.Wait failures) {
        var news = new Promise<Boolean>();
        command.whenDone(answer -> news.complete(true));
        failures.wake(failure -> news.complete(true));
        try {
            news.await(deadline.leftNanos());
        } catch (TimeoutException silence) {
            // Then it is not there when it is looked for, either.
        } catch (InterruptedException interrupt) {
            throw interrupted("waiting for the answer to " + command.method(), interrupt);
        }
        failures.check(command.method());
        var answer = answer(session, command, deadline);
        failures.check(command.method());
        return answer;
    }

    /** Wait for the answer to a command, and for the handlers of the events before it. */
    static Answer answer(DefaultCDPSession session, PendingCommand command, Deadline deadline) {
        try {
            var answer = command.await(deadline.leftNanos());
            if (!session.awaitHandlers(answer.precedingEvents(), deadline.leftNanos())) {
                throw new CommandTimeoutException(
                        command.method(), deadline.limit(), List.of(Hints.handlerInTheWay(deadline.limit())));
            }
            return answer;
        } catch (TimeoutException silence) {
            throw new CommandTimeoutException(command.method(), deadline.limit(), Hints.silence(session, command));
        } catch (InterruptedException interrupt) {
            throw interrupted("waiting for the answer to " + command.method(), interrupt);
        }
    }

    /** Wait for a value, or have something made of the reason why there is none: {@code the page did not answer within 3 s}. */
    static <T> T value(Promise<T> promise, Deadline deadline, Function<String, T> otherwise) {
        try {
            return promise.await(deadline.leftNanos());
        } catch (TimeoutException late) {
            return otherwise.apply("the page did not answer within " + Durations.format(deadline.limit()));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return otherwise.apply("the test was interrupted");
        }
    }

    static CDPException interrupted(String what, InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return new CDPException("Interrupted while " + what + ", as a @Timeout of the test does", interrupt);
    }
}
