package io.github.withcdp.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerThreadsTests {

    @Test
    void are_known_by_name_and_kind_and_keep_no_JVM_alive() {
        try (var threads = new HandlerThreads("kinds")) {
            var thread = new CompletableFuture<Thread>();
            var handler = new CompletableFuture<Boolean>();
            threads.execute(() -> {
                thread.complete(Thread.currentThread());
                handler.complete(HandlerThreads.isHandler());
            });

            assertThat(thread.orTimeout(30, TimeUnit.SECONDS).join().getName()).startsWith("withcdp-handler-kinds-");
            assertThat(thread.join().isDaemon()).isTrue();
            assertThat(handler.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
            assertThat(HandlerThreads.isHandler()).isFalse();
        }
    }

    @Test
    void never_let_one_piece_of_work_wait_for_another() throws Exception {
        try (var threads = new HandlerThreads("many")) {
            var all = new CountDownLatch(20);
            var release = new CountDownLatch(1);
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    all.countDown();
                    await(release);
                });
            }

            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
    }

    @Test
    void end_when_closed_and_still_run_what_comes_later() throws Exception {
        var threads = new HandlerThreads("closed");
        var first = new CompletableFuture<Thread>();
        threads.execute(() -> first.complete(Thread.currentThread()));
        first.orTimeout(30, TimeUnit.SECONDS).join();

        threads.close();
        var late = new CompletableFuture<Thread>();
        threads.execute(() -> late.complete(Thread.currentThread()));

        late.orTimeout(30, TimeUnit.SECONDS).join().join(TimeUnit.SECONDS.toMillis(3));
        assertThat(late.join().isAlive()).isFalse();
        first.join().join(TimeUnit.SECONDS.toMillis(3));
        assertThat(first.join().isAlive()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
