package io.github.withcdp.internal.green;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GreenQueueTests {

    @Test
    void finishes_what_was_begun_and_takes_no_more_than_it_can_hold() {
        var kept = new AtomicInteger();
        var open = new CountDownLatch(1);

        try (var queue = new GreenQueue()) {
            queue.add("first", () -> {
                assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
                kept.incrementAndGet();
                return "";
            });
            for (int i = 0; i < 300; i++) {
                queue.add("another", () -> {
                    kept.incrementAndGet();
                    return "";
                });
            }
            open.countDown();
        }

        assertThat(kept).hasValue(201);
    }

    @Test
    void goes_on_after_one_that_cannot_be_kept() {
        var kept = new AtomicInteger();

        try (var queue = new GreenQueue()) {
            queue.add("full", () -> {
                throw new IOException("No space left on device");
            });
            queue.add("broken", () -> {
                throw new StackOverflowError();
            });
            queue.add("not whole", () -> "a message is missing");
            queue.add("last", () -> {
                kept.incrementAndGet();
                return "";
            });
        }

        assertThat(kept).hasValue(1);
    }
}
