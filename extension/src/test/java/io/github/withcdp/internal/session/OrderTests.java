package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.session.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order in which handlers run, and what waits for them. */
@Timeout(60)
class OrderTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScriptedBrowser browser = ScriptedBrowser.start();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void handlers_have_run_in_wire_order_when_send_returns() {
        browser.page.on("A.event", event -> seen.add(event.param("/n").asString()));
        browser.page.onEvent(event -> seen.add("all " + event.param("/n").asString()));
        browser.chrome.on("A.b", command -> {
            IntStream.range(0, 1000).forEach(n -> browser.event("A.event", "{\"n\":\"%d\"}".formatted(n)));
            command.result("{}");
        });

        browser.page.send("A.b");

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.range(0, 1000)
                        .boxed()
                        .flatMap(n -> List.of("" + n, "all " + n).stream())
                        .toList());
    }

    @Test
    void handlers_run_off_the_reader_and_never_two_at_once() {
        var threads = Collections.synchronizedList(new ArrayList<String>());
        var inside = new AtomicReference<Thread>();
        browser.page.onEvent(event -> {
            if (!inside.compareAndSet(null, Thread.currentThread())) {
                seen.add("two at once");
            }
            threads.add(Thread.currentThread().getName());
            inside.set(null);
        });
        IntStream.range(0, 100).forEach(n -> browser.event("A.event", "{}"));

        browser.page.send("A.b");

        assertThat(seen).isEmpty();
        assertThat(threads)
                .hasSize(100)
                .allSatisfy(name -> assertThat(name).startsWith("withcdp-handler-" + browser.name));
    }

    @Test
    void send_works_in_a_handler_at_any_depth() {
        browser.page.on("A.event", event -> {
            browser.page.send("A.inner");
            browser.page.await("A.second", () -> browser.event("A.second", "{}"));
            seen.add("first");
        });
        browser.page.on("A.second", event -> {
            browser.page.send("A.innermost");
            seen.add("second");
        });
        browser.event("A.event", "{}");

        browser.page.send("A.b");
        browser.page.send("A.b");

        assertThat(seen).containsExactly("first", "second");
        assertThat(browser.scope.takeHandlerFailures()).isEmpty();
    }

    @Test
    void futures_can_be_joined_in_a_handler() {
        browser.page.on("A.event", event -> {
            browser.page
                    .sendAsync("A.inner", null)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            seen.add("joined");
        });
        browser.event("A.event", "{}");

        browser.page.send("A.b");

        assertThat(seen).containsExactly("joined");
    }

    @Test
    void futures_are_completed_after_the_handlers_before_them() throws Exception {
        browser.page.on("A.event", event -> seen.add("event"));
        browser.chrome.on("A.b", command -> {
            browser.event("A.event", "{}");
            command.result("{}");
        });

        var done = browser.page.sendAsync("A.b", null).thenRun(() -> seen.add("answer"));
        browser.event("A.event", "{}");
        browser.page.send("A.c");

        done.get(30, TimeUnit.SECONDS);
        assertThat(seen).containsExactly("event", "answer", "event");
    }

    @Test
    void a_handler_that_blocks_keeps_no_send_for_ever() {
        var release = new CountDownLatch(1);
        browser.page.on("A.event", event -> await(release));
        browser.event("A.event", "{}");

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessage("""
                        Protocol error (A.b): no answer within 50 ms
                          - Chrome has answered, but a handler of an earlier event of this session has not returned in 50 ms""");
        assertThatThrownBy(
                        () -> browser.page.await("A.event", event -> true, SHORT, () -> browser.event("A.event", "{}")))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessage("A.event came, but its handlers have not returned within 50 ms");
        release.countDown();
    }

    @Test
    void a_handler_that_blocks_keeps_no_future_for_ever() {
        var release = new CountDownLatch(1);
        try (var impatient = ScriptedBrowser.start(Duration.ofSeconds(1))) {
            impatient.page.on("A.event", event -> await(release));
            impatient.event("A.event", "{}");
            var future = impatient.page.sendAsync("A.b", null);

            assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(CommandTimeoutException.class)
                    .hasMessageContaining("a handler of an earlier event of this session has not returned in 1 s");
            release.countDown();
        }
    }

    @Test
    void once_is_once() {
        browser.page.once("A.event", event -> seen.add("once"));
        browser.event("A.event", "{}");
        browser.event("A.event", "{}");

        browser.page.send("A.b");

        assertThat(seen).containsExactly("once");
    }

    @Test
    void a_closed_subscription_is_not_called_any_more() {
        var subscription = browser.page.on("A.event", event -> seen.add("named"));
        var all = browser.page.onEvent(event -> seen.add("all"));
        browser.event("A.event", "{}");
        browser.page.send("A.b");

        subscription.close();
        all.close();
        subscription.close();
        browser.event("A.event", "{}");
        browser.page.send("A.b");

        assertThat(seen).containsExactly("named", "all");
    }

    @Test
    void a_handler_may_close_itself_and_others() {
        var open = new CopyOnWriteArrayList<Subscription>();
        open.add(browser.page.on("A.event", event -> {
            seen.add("first");
            open.forEach(Subscription::close);
        }));
        open.add(browser.page.on("A.event", event -> seen.add("second")));
        browser.event("A.event", "{}");
        browser.event("A.event", "{}");

        browser.page.send("A.b");

        assertThat(seen).containsExactly("first");
        assertThat(browser.scope.takeHandlerFailures()).isEmpty();
    }

    @Test
    void what_a_handler_throws_is_kept_for_the_test_and_stops_no_other_handler() {
        browser.page.on("A.event", event -> {
            throw new AssertionError("wrong");
        });
        browser.page.on("A.event", event -> {
            throw new IllegalStateException("broken");
        });
        browser.page.on("A.event", event -> seen.add("third"));
        browser.event("A.event", "{}");

        assertThatThrownBy(() -> browser.page.send("A.b")).hasMessageContaining("wrong");
        browser.page.send("A.b");

        assertThat(seen).containsExactly("third");
        assertThat(browser.scope.takeHandlerFailures())
                .extracting(Throwable::getMessage)
                .containsExactly("wrong", "broken");
        assertThat(browser.scope.takeHandlerFailures()).isEmpty();
    }

    @Test
    void a_handler_is_not_called_for_what_comes_after_the_test() {
        browser.page.on("A.event", event -> seen.add("called"));

        browser.scope.close();
        browser.event("A.event", "{}");

        assertThat(browser.conversation.newScope().browserSession().send("A.b")).isEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void no_thread_stays_when_all_is_closed() throws Exception {
        browser.page.on("A.event", event -> seen.add("called"));
        browser.event("A.event", "{}");
        browser.chrome.silent("A.b");
        var pending = browser.page.sendAsync("A.b", null);

        browser.close();

        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains(browser.name)) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
