package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** How a calling thread waits: with a limit, and giving way to an interrupt. */
final class Await {

    private Await() {}

    /** Wait for a value, or have something made of the reason why there is none: {@code the page did not answer within 3 s}. */
    static <T> T value(Promise<T> promise, Deadline deadline, Function<String, T> otherwise) {
        try {
            return promise.await(deadline);
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
