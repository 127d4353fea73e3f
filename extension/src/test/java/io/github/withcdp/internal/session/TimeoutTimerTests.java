package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.withcdp.internal.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeoutTimerTests {

    @Test
    void tells_of_those_that_are_late_in_their_order_and_of_no_other() throws InterruptedException {
        var late = new LinkedBlockingQueue<String>();
        try (var timer = new TimeoutTimer("test", Duration.ofMillis(200), Ticker.SYSTEM)) {
            var first = timer.begin(() -> late.add("first"));
            timer.begin(() -> late.add("second"));
            var third = timer.begin(() -> late.add("third"));
            timer.begin(() -> late.add("fourth"));
            first.cancel();
            third.cancel();

            assertThat(late.poll(30, TimeUnit.SECONDS)).isEqualTo("second");
            assertThat(late.poll(30, TimeUnit.SECONDS)).isEqualTo("fourth");
            assertThat(late).isEmpty();
        }
    }

    @Test
    void begins_anew_after_a_pause() throws InterruptedException {
        try (var timer = new TimeoutTimer("test", Duration.ofMillis(1), Ticker.SYSTEM)) {
            for (int i = 0; i < 3; i++) {
                var late = new CountDownLatch(1);
                timer.begin(late::countDown);

                assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void takes_one_after_the_end() {
        var timer = new TimeoutTimer("test", Duration.ofMillis(1), Ticker.SYSTEM);
        timer.close();

        assertThatCode(() -> timer.begin(() -> {}).cancel()).doesNotThrowAnyException();
    }
}
