package io.github.withcdp.internal.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BoundedCallTests {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch late = new CountDownLatch(1);

    @Test
    void returns_what_the_task_returns() throws Exception {
        assertThat(BoundedCall.run("test", LONG, () -> Thread.currentThread().getName(), late::countDown))
                .isEqualTo("withcdp-test");
        assertThat(late.getCount()).isEqualTo(1);
    }

    @Test
    void passes_on_what_the_task_throws() {
        assertThatThrownBy(() -> BoundedCall.run("test", LONG, BoundedCallTests::fail, late::countDown))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
    }

    @Test
    void gives_up_and_has_the_late_result_taken_away() throws Exception {
        var go = new CountDownLatch(1);

        assertThatThrownBy(() -> BoundedCall.run("test", Duration.ofMillis(1), () -> waitFor(go), late::countDown))
                .isInstanceOf(TimeoutException.class);
        assertThat(late.getCount()).isEqualTo(1);
        go.countDown();

        assertThat(late.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void gives_up_when_interrupted() throws Exception {
        var go = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> BoundedCall.run("test", LONG, () -> waitFor(go), late::countDown))
                .isInstanceOf(InterruptedException.class);
        go.countDown();

        assertThat(late.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean waitFor(CountDownLatch latch) throws InterruptedException {
        return latch.await(20, TimeUnit.SECONDS);
    }

    private static boolean fail() throws IOException {
        throw new IOException("broken");
    }
}
