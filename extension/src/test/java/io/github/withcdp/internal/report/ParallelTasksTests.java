package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ParallelTasksTests {

    @Test
    void does_both_at_the_same_time() {
        var met = new CountDownLatch(2);

        boolean done = ParallelTasks.run(() -> meet(met), () -> meet(met), Duration.ofMinutes(1));

        assertThat(done).isTrue();
        assertThat(met.getCount()).isZero();
    }

    @Test
    void waits_for_both_although_it_is_interrupted() {
        List<String> said = new CopyOnWriteArrayList<>();
        var caller = Thread.currentThread();
        var interrupted = new CountDownLatch(1);

        boolean done = ParallelTasks.run(
                () -> {
                    await(interrupted);
                    said.add("one");
                },
                () -> {
                    caller.interrupt();
                    interrupted.countDown();
                    said.add("other");
                },
                Duration.ofMinutes(1));

        assertThat(done).isTrue();
        assertThat(said).containsExactlyInAnyOrder("one", "other");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void waits_for_neither_of_them_for_ever() {
        var never = new CountDownLatch(1);

        boolean one = ParallelTasks.run(() -> await(never), () -> {}, Duration.ofMillis(20));
        boolean other = ParallelTasks.run(() -> {}, () -> await(never), Duration.ofMillis(20));
        never.countDown();

        assertThat(one).isFalse();
        assertThat(other).isFalse();
    }

    private static void meet(CountDownLatch met) {
        met.countDown();
        await(met);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
