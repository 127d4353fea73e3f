package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.HandlerFailedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits in a session learns that a handler of it has failed. */
@Timeout(60)
class HandlerFailureTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    @AfterEach
    void close() {
        browser.close();
    }

    private static void broken(CDPEvent event) {
        throw new IllegalStateException("broken");
    }

    private void fail() {
        browser.event("A.event", "{}");
    }

    @Test
    void a_command_that_is_not_answered_is_given_up() {
        browser.chrome.on("A.b", command -> fail());
        browser.page.on("A.event", HandlerFailureTests::broken);

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .isInstanceOf(HandlerFailedException.class)
                .hasMessage(
                        "Protocol error (A.b): given up, because a handler of A.event has failed: java.lang.IllegalStateException: broken")
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void waits_for_events_and_children_are_given_up() {
        browser.page.on("A.event", HandlerFailureTests::broken);

        assertThatThrownBy(() -> browser.page.await("A.other", this::fail))
                .isInstanceOf(HandlerFailedException.class)
                .hasMessageStartingWith("Protocol error (waiting for A.other): given up, because ");
        assertThatThrownBy(() -> browser.page.await("A.event", this::fail))
                .isInstanceOf(HandlerFailedException.class)
                .hasMessageStartingWith("Protocol error (waiting for A.event): given up, because ");
        assertThatThrownBy(() -> browser.page.awaitChild(target -> true, this::fail))
                .isInstanceOf(HandlerFailedException.class)
                .hasMessageStartingWith("Protocol error (waiting for a child): given up, because ");
    }

    @Test
    void futures_are_given_up() {
        browser.chrome.silent("A.b");
        browser.page.on("A.event", HandlerFailureTests::broken);
        var pending = browser.page.sendAsync("A.b", null);

        fail();

        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(HandlerFailedException.class);
    }

    @Test
    void the_next_one_to_wait_learns_what_nobody_has_learnt_yet_and_then_work_goes_on() throws Exception {
        var failed = new CountDownLatch(1);
        browser.page.on("A.event", HandlerFailureTests::broken);
        browser.page.on("A.event", event -> failed.countDown());
        fail();
        assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> browser.page.send("A.b")).isInstanceOf(HandlerFailedException.class);

        assertThat(browser.chrome.sent("A.b")).isEmpty();
        assertThat(browser.page.send("A.b")).isEmpty();
    }

    @Test
    void what_is_late_afterwards_is_told_of_it() {
        browser.chrome.silent("A.silent");
        browser.page.on("A.event", HandlerFailureTests::broken);
        assertThatThrownBy(() -> browser.page.await("A.other", this::fail)).isInstanceOf(HandlerFailedException.class);

        assertThatThrownBy(() -> browser.page.send("A.silent", null, SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageStartingWith("""
                        Protocol error (A.silent): no answer within 50 ms
                          - a handler of A.event has failed before, and may not have done what is waited for: java.lang.IllegalStateException: broken
                        """);
    }

    @Test
    void what_the_test_knows_is_told_to_nobody() throws Exception {
        var failed = new CountDownLatch(1);
        browser.page.on("A.event", HandlerFailureTests::broken);
        browser.page.on("A.event", event -> failed.countDown());
        fail();
        assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(browser.scope.takeHandlerFailures()).hasSize(1);

        assertThat(browser.page.send("A.b")).isEmpty();
    }

    @Test
    void other_handlers_and_other_sessions_are_not_bothered() throws Exception {
        var answered = new CountDownLatch(1);
        browser.page.on("A.event", HandlerFailureTests::broken);
        browser.page.on("A.event", event -> {
            browser.page.send("A.b");
            answered.countDown();
        });

        assertThat(browser.scope.browserSession().await("B.event", () -> {
                    fail();
                    browser.chrome.event("", "B.event", "{}");
                }))
                .isNotNull();
        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_request_is_paused_until_a_command_that_was_not_refused_lets_it_go_on() {
        browser.chrome.silent("A.b").on("Fetch.fulfillRequest", command -> command.error(-32602, "Invalid parameters"));
        browser.event("Fetch.requestPaused", "{\"requestId\":\"1\"}");
        var params = Map.of("requestId", "1");

        assertThatThrownBy(() -> browser.page.send("Fetch.fulfillRequest", params));
        browser.page.send("Fetch.getResponseBody", params);
        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT)).hasMessageContaining("1 request(s) paused");
        browser.page.send("Fetch.continueRequest", params);
        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .message()
                .doesNotContain("paused");
    }
}
