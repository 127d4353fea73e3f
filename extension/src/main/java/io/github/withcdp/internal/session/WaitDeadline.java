package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.text.Durations;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The end of a time that several waits share. */
final class WaitDeadline {

    private final Duration limit;
    private final long deadline;

    /** Begin a time. */
    WaitDeadline(Duration limit) {
        this.limit = limit;
        deadline = Waits.deadline(limit);
    }

    /** Wait for an answer, or have something made of the reason why there is none: {@code it did not answer within 3 s}. */
    <T> T await(Promise<T> answer, Function<String, T> otherwise) {
        try {
            return answer.await(Waits.left(deadline));
        } catch (TimeoutException late) {
            return otherwise.apply("the page did not answer within " + Durations.format(limit));
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return otherwise.apply("the test was interrupted");
        }
    }
}
