package io.github.withcdp.internal.replay;

import static io.github.withcdp.internal.replay.WrittenRecording.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTests {

    private static final String CONTEXT = "{\"disposeOnDetach\":true}";
    private static final String TARGET = "{\"browserContextId\":\"C1\",\"url\":\"about:blank\"}";
    private static final String LOOK =
            "{\"expression\":\"state\",\"returnByValue\":true,\"awaitPromise\":true,\"silent\":true}";

    @TempDir
    Path folder;

    private ReplayedTest replay(WrittenRecording recording) {
        var test = ReplayedTest.of(recording.in(folder));
        assertThat(test.ask("", "Target.createBrowserContext", CONTEXT)).contains("\"browserContextId\":\"C1\"");
        int id = test.say("", "Target.createTarget", TARGET);
        assertThat(test.hear()).contains("Target.attachedToTarget");
        assertThat(test.hear()).isEqualTo("{\"id\":%d,\"result\":{\"targetId\":\"T1\"}}".formatted(id));
        return test;
    }

    // --- What goes out when

    @Test
    void says_what_was_received_when_the_commands_before_it_have_come() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.enable", "{}", "{}")
                .sent(PAGE, "Page.navigate", "{\"url\":\"https://acme.com/\"}")
                .event(PAGE, "Page.frameStartedLoading", "{}")
                .answer(PAGE, 4, "Page.navigate", "{\"frameId\":\"F1\"}")
                .event(PAGE, "Page.loadEventFired", "{}");
        try (var test = replay(recording)) {
            assertThat(test.ask(PAGE, "Page.enable", "{}")).isEqualTo("\"result\":{}");
            assertThat(test.hearsNothing(PAGE)).isTrue();

            int id = test.say(PAGE, "Page.navigate", "{\"url\":\"https://acme.com/\"}");

            assertThat(test.hear()).isEqualTo("{\"method\":\"Page.frameStartedLoading\",\"params\":{}}");
            assertThat(test.hear()).isEqualTo("{\"id\":%d,\"result\":{\"frameId\":\"F1\"}}".formatted(id));
            assertThat(test.hear()).isEqualTo("{\"method\":\"Page.loadEventFired\",\"params\":{}}");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void takes_the_commands_of_a_block_in_any_order() {
        var recording = WrittenRecording.withPage()
                .sent(PAGE, "Page.enable", "{}")
                .sent(PAGE, "Runtime.enable", "{}")
                .answer(PAGE, 3, "Page.enable", "{}")
                .answer(PAGE, 4, "Runtime.enable", "{}");
        try (var test = replay(recording)) {
            int runtime = test.say(PAGE, "Runtime.enable", "{}");
            assertThat(test.hearsNothing(PAGE)).isTrue();

            int page = test.say(PAGE, "Page.enable", "{}");

            assertThat(test.hear()).startsWith("{\"id\":" + page + ",");
            assertThat(test.hear()).startsWith("{\"id\":" + runtime + ",");
        }
    }

    @Test
    void has_a_command_wait_that_comes_before_its_turn() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.enable", "{}", "{}")
                .asked(PAGE, "DOM.enable", "{}", "{}");
        try (var test = replay(recording)) {
            int dom = test.say(PAGE, "DOM.enable", "{}");
            int page = test.say(PAGE, "Page.enable", "{}");

            assertThat(test.hear()).startsWith("{\"id\":" + page + ",");
            assertThat(test.hear()).startsWith("{\"id\":" + dom + ",");
        }
    }

    @Test
    void keeps_the_silence_of_a_command_that_was_never_answered() {
        var recording = WrittenRecording.withPage()
                .sent(PAGE, "Runtime.evaluate", "{\"expression\":\"alert()\"}")
                .asked(PAGE, "Page.handleJavaScriptDialog", "{\"accept\":true}", "{}");
        try (var test = replay(recording)) {
            test.say(PAGE, "Runtime.evaluate", "{\"expression\":\"alert()\"}");

            assertThat(test.hearsNothing(PAGE)).isTrue();
            assertThat(test.ask(PAGE, "Page.handleJavaScriptDialog", "{\"accept\":true}"))
                    .isEqualTo("\"result\":{}");
        }
    }

    @Test
    void does_not_wait_for_commands_of_a_session_that_has_ended() {
        var recording = WrittenRecording.withPage()
                .event(
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"W1\",\"targetInfo\":{\"targetId\":\"T2\",\"type\":\"worker\"}}")
                .event("", "Target.detachedFromTarget", "{\"sessionId\":\"W1\"}")
                .sent("W1", "Runtime.enable", "{}")
                .event(PAGE, "Page.loadEventFired", "{}");
        try (var test = replay(recording)) {
            assertThat(test.hear()).contains("attachedToTarget");
            assertThat(test.hear()).contains("detachedFromTarget");
            assertThat(test.hear()).contains("loadEventFired");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void keeps_the_pace_of_the_recording_if_that_is_wanted() {
        var recording = WrittenRecording.withPage().after(400).event(PAGE, "Page.loadEventFired", "{}");
        long start = System.nanoTime();
        try (var test = ReplayedTest.of(recording.in(folder), 1)) {
            test.ask("", "Target.createBrowserContext", CONTEXT);
            test.say("", "Target.createTarget", TARGET);
            test.hear();
            test.hear();

            assertThat(test.hear()).contains("Page.loadEventFired");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    // --- What is the same

    @Test
    void minds_neither_the_order_of_keys_nor_secrets_nor_ports_which_it_learns() {
        var recording = WrittenRecording.withPage()
                .asked(
                        PAGE,
                        "Network.setExtraHTTPHeaders",
                        "{\"a\":1.0,\"b\":\"Bearer ‹redacted:Authorization:len=12:hash=ab12›\"}",
                        "{}")
                .asked(PAGE, "Page.navigate", "{\"url\":\"http://localhost:8080/a\"}", "{}")
                .event(PAGE, "Network.responseReceived", "{\"url\":\"http://localhost:8080/a?to=localhost:9\"}")
                .asked(PAGE, "Page.navigate", "{\"url\":\"https://news.test:43501/\"}", "{}");
        try (var test = replay(recording)) {
            assertThat(test.ask(PAGE, "Network.setExtraHTTPHeaders", "{\"b\":\"Bearer s3cret\",\"a\":1}"))
                    .isEqualTo("\"result\":{}");
            test.ask(PAGE, "Page.navigate", "{\"url\":\"http://localhost:54321/a\"}");

            assertThat(test.hear()).contains("\"http://localhost:54321/a?to=localhost:9\"");

            assertThat(test.ask(PAGE, "Page.navigate", "{\"url\":\"https://news.test:43167/\"}"))
                    .isEqualTo("\"result\":{}");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void compares_numbers_that_no_double_can_have() {
        var huge = "{\"a\":1" + "0".repeat(400) + "}";
        var recording = WrittenRecording.withPage().asked(PAGE, "Acme.count", huge, "{}");
        try (var test = replay(recording)) {
            assertThat(test.ask(PAGE, "Acme.count", huge)).isEqualTo("\"result\":{}");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void takes_a_command_that_differs_in_what_varies_for_the_only_one_in_turn_and_tells_of_it() {
        var recording = WrittenRecording.withPage()
                .asked(
                        PAGE,
                        "Runtime.evaluate",
                        "{\"expression\":\"order('6f1e9c2a-0b1d-4c7e-9f3a-1234567890ab')\"}",
                        "{\"result\":{}}");
        try (var test = replay(recording)) {
            assertThat(test.ask(
                            PAGE,
                            "Runtime.evaluate",
                            "{\"expression\":\"order('00000000-1111-4222-8333-444444444444')\"}"))
                    .isEqualTo("\"result\":{\"result\":{}}");
            assertThat(test.script.remarks())
                    .containsExactly(
                            "Runtime.evaluate was taken for message 5 of the recording, from which it differs in"
                                    + " expression: recorded \"order('6f1e9c2a-0b1d-4c7e-9f3a-1234567890ab')\", now"
                                    + " \"order('00000000-1111-4222-8333-444444444444')\"");
        }
    }

    // --- What is asked again and again

    @Test
    void answers_an_assertion_that_asks_more_often_as_the_page_did_last() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Runtime.evaluate", LOOK, "{\"result\":{\"value\":\"no\"}}")
                .asked(PAGE, "Page.reload", "{}", "{}")
                .asked(PAGE, "Runtime.evaluate", LOOK, "{\"result\":{\"value\":\"yes\"}}");
        try (var test = replay(recording)) {
            assertThat(test.ask(PAGE, "Runtime.evaluate", LOOK)).contains("no");
            assertThat(test.ask(PAGE, "Runtime.evaluate", LOOK)).contains("no");
            assertThat(test.ask(PAGE, "Page.reload", "{}")).isEqualTo("\"result\":{}");
            assertThat(test.ask(PAGE, "Runtime.evaluate", LOOK)).contains("yes");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void does_not_wait_for_an_assertion_that_asks_less_often() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Runtime.evaluate", LOOK, "{\"result\":{\"value\":\"no\"}}")
                .asked(PAGE, "Runtime.evaluate", LOOK, "{\"result\":{\"value\":\"no\"}}")
                .asked(PAGE, "Page.reload", "{}", "{}");
        try (var test = replay(recording)) {
            test.ask(PAGE, "Runtime.evaluate", LOOK);

            assertThat(test.ask(PAGE, "Page.reload", "{}")).isEqualTo("\"result\":{}");
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void tells_that_a_loop_of_a_test_has_asked_more_often() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Runtime.evaluate", "{\"expression\":\"a\"}", "{\"result\":{\"value\":\"no\"}}")
                .asked(PAGE, "Runtime.evaluate", "{\"expression\":\"a\"}", "{\"result\":{\"value\":\"still\"}}");
        try (var test = replay(recording)) {
            test.ask(PAGE, "Runtime.evaluate", "{\"expression\":\"a\"}");
            test.ask(PAGE, "Runtime.evaluate", "{\"expression\":\"a\"}");

            assertThat(test.ask(PAGE, "Runtime.evaluate", "{\"expression\":\"a\"}"))
                    .contains("still");
            assertThat(test.script.remarks())
                    .containsExactly(
                            "Runtime.evaluate was asked 1 more time than was recorded, and answered with what the page"
                                    + " said last: Runtime.evaluate {\"expression\":\"a\"} (session 52958323)");
        }
    }

    // --- The time

    @Test
    void a_limit_is_over_when_the_recording_shows_that_nothing_came_before_its_end() {
        var recording = WrittenRecording.withPage().after(12_000).asked(PAGE, "Page.captureScreenshot", "{}", "{}");
        try (var test = replay(recording)) {
            test.hearsNothing(PAGE);
            long start = test.script.nanoTime();
            long limit = Duration.ofSeconds(10).toNanos();

            assertThat(passes(test, start + limit, limit)).isTrue();
            assertThat(test.script.nanoTime()).isEqualTo(start + limit);
        }
    }

    @Test
    void a_limit_is_not_over_while_a_recorded_command_is_to_come_before_its_end() {
        var recording = WrittenRecording.withPage().asked(PAGE, "Page.reload", "{}", "{}");
        try (var test = replay(recording)) {
            test.hearsNothing(PAGE);
            long limit = Duration.ofSeconds(10).toNanos();
            long end = test.script.nanoTime() + limit;

            assertThat(test.script.isSilentUntil(end, limit)).isFalse();

            test.ask(PAGE, "Page.reload", "{}");
            assertThat(passes(test, end, limit)).isTrue();
        }
    }

    /** A test that goes on after the first of them and waits for such an event would see another one than it saw. */
    @Test
    void who_begins_to_wait_finds_said_what_came_at_the_same_moment() throws InterruptedException {
        var recording = WrittenRecording.withPage().asked(PAGE, "Page.reload", "{}", "{}");
        for (int i = 0; i < 50; i++) {
            recording.event(PAGE, "Page.loadEventFired", "{}");
        }
        recording.after(12_000).event(PAGE, "Page.loadEventFired", "{}");
        try (var test = replay(recording)) {
            var busy = new CountDownLatch(1);
            test.listenWhen(busy);
            test.say(PAGE, "Page.reload", "{}");
            var waiter = new Thread(test.script::settle, "waiter");
            waiter.start();

            assertThat(stateOfRest(waiter)).isEqualTo(Thread.State.TIMED_WAITING);

            busy.countDown();
            waiter.join();
            assertThat(test.saidSoFar()).isEqualTo(51);
        }
    }

    private static Thread.State stateOfRest(Thread thread) {
        var resting = Set.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
        while (!resting.contains(thread.getState())) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }

    /** A handler that is late on a busy machine may be the one because of which the test did not wait on. */
    @Test
    void a_limit_is_not_over_while_a_handler_runs_unless_that_waits_itself() {
        var recording = WrittenRecording.withPage().after(12_000).asked(PAGE, "Page.captureScreenshot", "{}", "{}");
        try (var test = replay(recording);
                var threads = new HandlerThreads("script-tests", test.script)) {
            test.hearsNothing(PAGE);
            long limit = Duration.ofSeconds(10).toNanos();
            long end = test.script.nanoTime() + limit;
            var question = new Promise<String>();
            var answer = new Promise<String>();
            var over = new CompletableFuture<Boolean>();

            threads.execute(() -> {
                over.complete(test.script.isSilentUntil(end, limit));
                waitFor(question, Deadline.in(Duration.ofSeconds(60)));
                waitFor(answer, Deadline.in(Duration.ofSeconds(10), test.script));
            });

            assertThat(over.join()).isFalse();
            question.complete("");
            assertThat(passes(test, end, limit)).isTrue();
        }
    }

    private static void waitFor(Promise<String> promise, Deadline deadline) {
        try {
            promise.await(deadline);
        } catch (InterruptedException | TimeoutException late) {
            // that nothing comes is what is wanted
        }
    }

    @Test
    void what_a_test_takes_before_a_command_is_not_waited_for_its_answer() {
        var recording = WrittenRecording.withPage()
                .after(60_000)
                .sent(PAGE, "Page.reload", "{}")
                .after(9_000)
                .answer(PAGE, 3, "Page.reload", "{}");
        try (var test = replay(recording)) {
            test.hearsNothing(PAGE);
            long limit = Duration.ofSeconds(10).toNanos();
            long end = test.script.nanoTime() + limit;
            test.script.beginWait(end, limit);

            assertThat(test.ask(PAGE, "Page.reload", "{}")).isEqualTo("\"result\":{}");
            assertThat(test.script.nanoTime()).isLessThan(end);
            assertThat(Duration.ofNanos(test.script.messageTime())).isGreaterThan(Duration.ofSeconds(69));
            test.script.endWait(end, limit);
        }
    }

    @Test
    void what_came_while_a_test_was_not_ready_for_its_next_command_is_not_waited_for() {
        var recording = WrittenRecording.withPage()
                .after(9_000)
                .event(PAGE, "Page.loadEventFired", "{}")
                .after(9_000)
                .asked(PAGE, "Page.reload", "{}", "{}");
        try (var test = replay(recording)) {
            long limit = Duration.ofSeconds(2).toNanos();
            long end = test.script.nanoTime() + limit;
            test.script.beginWait(end, limit);
            test.say(PAGE, "Page.reload", "{}");

            assertThat(test.hear()).contains("Page.loadEventFired");
            assertThat(test.hear()).contains("\"result\":{}");
            assertThat(test.script.nanoTime()).isLessThan(end);
            test.script.endWait(end, limit);
        }
    }

    @Test
    void what_came_after_the_end_of_a_limit_is_said_afterwards() {
        var recording = WrittenRecording.withPage().after(500).event(PAGE, "Page.loadEventFired", "{}");
        try (var test = ReplayedTest.of(recording.in(folder))) {
            test.ask("", "Target.createBrowserContext", CONTEXT);
            long limit = Duration.ofMillis(100).toNanos();
            long end = test.script.nanoTime() + limit;
            test.script.beginWait(end, limit);
            test.say("", "Target.createTarget", TARGET);
            test.hear();
            test.hear();

            assertThat(test.hearsNothing(PAGE)).isTrue();
            assertThat(passes(test, end, limit)).isTrue();
            test.script.endWait(end, limit);
            assertThat(test.hear()).contains("Page.loadEventFired");
        }
    }

    @Test
    void who_waits_when_the_test_failed_waits_no_longer() {
        var recording = WrittenRecording.withPage()
                .after(50)
                .failed()
                .after(5)
                .asked(PAGE, "Page.captureScreenshot", "{}", "{}");
        try (var test = replay(recording)) {
            test.hearsNothing(PAGE);
            long limit = Duration.ofMinutes(1).toNanos();

            assertThat(passes(test, test.script.nanoTime() + limit, limit)).isTrue();
        }
    }

    @Test
    void what_came_when_the_test_had_failed_is_said_when_it_has_failed() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.reload", "{}", "{}")
                .failed()
                .event(PAGE, "Network.responseReceived", "{}");
        try (var test = replay(recording)) {
            test.ask(PAGE, "Page.reload", "{}");

            assertThat(test.hearsNothing(PAGE)).isTrue();

            test.script.failed();

            assertThat(test.hear()).contains("Network.responseReceived");
        }
    }

    @Test
    void what_came_when_a_wait_had_ended_in_vain_is_no_part_of_what_the_failure_shows() {
        var recording = WrittenRecording.withPage()
                .after(55)
                .event(PAGE, "Network.responseReceived", "{}")
                .failed();
        try (var test = replay(recording)) {
            long limit = Duration.ofMillis(40).toNanos();
            long end = test.script.nanoTime() + limit;
            test.script.beginWait(end, limit);
            assertThat(passes(test, end, limit)).isTrue();
            test.script.endWait(end, limit);

            assertThat(test.hearsNothing(PAGE)).isTrue();

            test.script.failed();

            assertThat(test.hear()).contains("Network.responseReceived");
        }
    }

    @Test
    void does_not_wait_for_what_a_report_asks_no_more() {
        var recording = WrittenRecording.withPage()
                .failed()
                .asked(PAGE, "Network.getResponseBody", "{\"requestId\":\"1\"}", "{\"body\":\"a\"}")
                .asked(PAGE, "Runtime.evaluate", "{\"expression\":\"find(1)\"}", "{}")
                .asked(PAGE, "Page.captureScreenshot", "{}", "{}");
        try (var test = replay(recording)) {
            test.script.failed();
            assertThat(test.ask(PAGE, "Runtime.evaluate", "{\"expression\":\"seek(9)\"}"))
                    .contains("this is a replay, and the recording does not say it");

            assertThat(test.ask(PAGE, "Page.captureScreenshot", "{}")).isEqualTo("\"result\":{}");
            assertThat(test.ask(PAGE, "Network.getResponseBody", "{\"requestId\":\"1\"}"))
                    .as("though it comes late")
                    .isEqualTo("\"result\":{\"body\":\"a\"}");
        }
    }

    private static boolean passes(ReplayedTest test, long moment, long limit) {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < patience) { // the thread that says things may just be about to wait
            if (test.script.isSilentUntil(moment, limit)) {
                test.script.pass(moment, limit);
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    // --- The end

    @Test
    void tells_which_commands_never_came() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.reload", "{}", "{}")
                .failed()
                .after(5)
                .asked(PAGE, "Page.captureScreenshot", "{}", "{}");
        try (var test = replay(recording)) {
            assertThat(test.script.remarks())
                    .containsExactly("1 recorded command never came: message 5: Page.reload (session 52958323)");
            assertThat(test.script.unusedFailure().orElseThrow())
                    .hasMessage("The replay of com.acme.CheckoutTests.pays_once is over, but 1 recorded command never"
                            + " came:\n"
                            + "  message 5: Page.reload (session 52958323)");
        }
    }

    @Test
    void what_a_report_asked_for_of_a_test_that_passed_need_not_come() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.captureScreenshot", "{}", "{}")
                .looked(3);
        try (var test = replay(recording)) {
            assertThat(test.script.remarks()).isEmpty();
        }
    }

    @Test
    void refuses_what_a_report_asks_for_beyond_the_recording_and_agrees_to_all_that_ends_a_test() {
        var recording = WrittenRecording.withPage()
                .asked(PAGE, "Page.reload", "{}", "{}")
                .failed()
                .after(5)
                .asked(PAGE, "Page.captureScreenshot", "{}", "{\"data\":\"\"}");
        try (var test = replay(recording)) {
            test.script.failed();
            assertThat(test.ask(PAGE, "Page.captureScreenshot", "{}")).isEqualTo("\"result\":{\"data\":\"\"}");
            assertThat(test.ask(PAGE, "DOM.getDocument", "{}"))
                    .isEqualTo(
                            "\"error\":{\"code\":-32000,\"message\":\"this is a replay, and the recording does not say"
                                    + " it\"},\"sessionId\":\""
                                    + PAGE + "\"");

            test.script.over();
            assertThat(test.ask("", "Target.disposeBrowserContext", "{\"browserContextId\":\"C1\"}"))
                    .isEqualTo("\"result\":{}");
        }
    }
}
