package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The one way in which a calling thread waits: with a limit, and giving way to an interrupt. */
final class Waits {

    private Waits() {}

    static long deadline(Duration timeout) {
        Params.given(timeout, "a time limit");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a time limit must be longer than nothing, but is " + timeout);
        }
        return System.nanoTime() + EventDispatcher.nanos(timeout);
    }

    static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** Wait for the answer to a command, and for the handlers of the events before it, unless one of them fails. */
    static Answer answer(
            DefaultCDPSession session,
            PendingCommand command,
            long deadline,
            Duration timeout,
            HandlerFailures.Wait failures) {
        var news = new Promise<Boolean>();
        command.whenDone(answer -> news.complete(true));
        failures.wake(failure -> news.complete(true));
        try {
            news.await(left(deadline));
        } catch (TimeoutException silence) {
            // Then it is not there when it is looked for, either.
        } catch (InterruptedException interrupt) {
            throw interrupted("waiting for the answer to " + command.method(), interrupt);
        }
        failures.check(command.method());
        var answer = answer(session, command, deadline, timeout);
        failures.check(command.method());
        return answer;
    }

    /** Wait for the answer to a command, and for the handlers of the events before it. */
    static Answer answer(DefaultCDPSession session, PendingCommand command, long deadline, Duration timeout) {
        try {
            var answer = command.await(left(deadline));
            if (!session.awaitHandlers(answer.precedingEvents(), left(deadline))) {
                throw new CommandTimeoutException(command.method(), timeout, List.of(Hints.handlerInTheWay(timeout)));
            }
            return answer;
        } catch (TimeoutException silence) {
            throw new CommandTimeoutException(command.method(), timeout, Hints.silence(session, command));
        } catch (InterruptedException interrupt) {
            throw interrupted("waiting for the answer to " + command.method(), interrupt);
        }
    }

    static CDPException interrupted(String what, InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return new CDPException("Interrupted while " + what + ", as a @Timeout of the test does", interrupt);
    }
}
