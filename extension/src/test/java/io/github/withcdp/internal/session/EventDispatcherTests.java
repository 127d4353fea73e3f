package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.HandlerThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDispatcherTests {

    private static final long LONG = TimeUnit.SECONDS.toNanos(30);

    /** The work that a thread would do, done when the test says so. */
    private final Queue<Runnable> later = new ArrayDeque<>();

    private final List<String> seen = new ArrayList<>();

    @Test
    void runs_tasks_in_order_and_asks_for_a_thread_only_when_it_has_none() {
        var dispatcher = new EventDispatcher(later::add);
        dispatcher.put(() -> seen.add("first"));
        dispatcher.put(() -> {
            seen.add("second");
            dispatcher.put(() -> seen.add("put in meanwhile"));
        });
        dispatcher.put(() -> seen.add("third"));
        assertThat(later).hasSize(1);

        later.remove().run();
        assertThat(seen).containsExactly("first", "second", "third", "put in meanwhile");

        dispatcher.put(() -> seen.add("new"));
        later.remove().run();
        assertThat(seen).endsWith("new");
        assertThat(later).isEmpty();
    }

    @Test
    void counts_what_it_was_given_and_waits_for_what_it_has_done() throws Exception {
        var dispatcher = new EventDispatcher(later::add);
        assertThat(dispatcher.awaitDone(0, 0)).isTrue();
        dispatcher.put(() -> {});
        dispatcher.put(() -> {});

        assertThat(dispatcher.putCount()).isEqualTo(2);
        assertThat(dispatcher.awaitDone(1, 0)).isFalse();
        assertThat(dispatcher.awaitDone(1, TimeUnit.MILLISECONDS.toNanos(5))).isFalse();
        later.remove().run();
        assertThat(dispatcher.awaitDone(2, 0)).isTrue();
        assertThat(dispatcher.awaitDone(3, 0)).isFalse();
    }

    @Test
    void wakes_those_who_wait() throws Exception {
        try (var threads = new HandlerThreads("dispatcher-tests")) {
            var dispatcher = new EventDispatcher(threads);
            var numbers = Collections.synchronizedList(new ArrayList<Integer>());
            for (int round = 0; round < 2_000; round++) {
                int number = round;
                dispatcher.put(() -> numbers.add(number));
                if (round % 3 == 0) {
                    assertThat(dispatcher.awaitDone(dispatcher.putCount(), LONG))
                            .isTrue();
                    assertThat(numbers).hasSize(round + 1);
                }
            }
            assertThat(dispatcher.awaitDone(2_000, LONG)).isTrue();
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
        }
    }
}
