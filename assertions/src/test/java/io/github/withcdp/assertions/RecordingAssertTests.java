package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.fromTarget;
import static io.github.withcdp.assertions.CDPAssertions.inSession;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.type;
import static io.github.withcdp.assertions.CDPAssertions.url;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.PAGE;
import static io.github.withcdp.assertions.Made.WORKER;
import static io.github.withcdp.assertions.Made.answer;
import static io.github.withcdp.assertions.Made.command;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingAssertTests {

    private Recording recording = MadeRecording.of();

    @BeforeEach
    void read() throws IOException, URISyntaxException {
        recording = Recording.read(Path.of(
                Objects.requireNonNull(getClass().getResource("traffic.jsonl")).toURI()));
    }

    @Nested
    class Events {

        @Test
        void pass_for_what_was_written_last_night() {
            assertThat(recording)
                    .containsEvent("Network.responseReceived", param("/response/status", 404))
                    .containsEvents(2, "Network.responseReceived")
                    .doesNotContainEvent("Runtime.exceptionThrown")
                    .containsEventsInOrder("Target.attachedToTarget", "Page.loadEventFired");
        }

        @Test
        void pass_by_the_target_that_they_came_from() {
            assertThat(recording)
                    .containsEvent("Runtime.consoleAPICalled", fromTarget(type("worker")))
                    .containsEvent("Page.loadEventFired", fromTarget(url("http://localhost/*")))
                    .containsEvent("Target.attachedToTarget", fromTarget(type("browser")));
        }

        @Test
        void fail_with_the_target_that_they_came_from() {
            assertFails(
                    "recording-from-target.txt",
                    () -> assertThat(recording)
                            .containsEvent(
                                    "Runtime.consoleAPICalled", fromTarget(type("page")), param("/type", "log")));
        }

        @Test
        void fail_with_the_session_that_they_came_in() {
            assertFails(
                    "recording-in-session.txt",
                    () -> assertThat(recording).containsEvent("Runtime.consoleAPICalled", inSession(PAGE)));
        }

        @Test
        void fail_with_the_domain_that_was_never_enabled() {
            assertFails(
                    "recording-never-enabled.txt",
                    () -> assertThat(recording).containsEvent("Animation.animationStarted"));
        }

        @Test
        void fail_with_the_domain_that_was_disabled() {
            var disabled = MadeRecording.of(
                    command(0, PAGE, "Page.enable", 1, "{}"), command(1, PAGE, "Page.disable", 2, "{}"));

            assertFails("recording-disabled.txt", () -> assertThat(disabled).containsEvent("Page.loadEventFired"));
        }

        @Test
        void fail_with_what_is_missing_in_the_recording() {
            var incomplete = new MadeRecording(List.of(), "Chrome dropped 2 messages\nthat were too large.");

            assertFails(
                    "recording-incomplete-contains.txt",
                    () -> assertThat(incomplete).containsEvent("Page.loadEventFired"));
        }
    }

    @Nested
    class Sent {

        @Test
        void passes_if_a_command_meets_all_conditions() {
            assertThat(recording)
                    .sent("Network.enable")
                    .sent("Page.navigate", param("/url", matching("http://localhost/*")), inSession(PAGE));
        }

        @Test
        void fails_with_the_closest() {
            assertFails(
                    "sent.txt",
                    () -> assertThat(recording).sent("Page.navigate", param("/url", "http://localhost/cart")));
        }
    }

    @Nested
    class DoesNotSend {

        @Test
        void passes_if_no_command_meets_all_conditions() {
            assertThat(recording)
                    .doesNotSend("Fetch.enable")
                    .doesNotSend("Page.navigate", param("/url", "about:blank"));
        }

        @Test
        void fails_with_the_first() {
            assertFails("does-not-send.txt", () -> assertThat(recording).doesNotSend("Page.navigate"));
        }
    }

    @Nested
    class SentInOrder {

        @Test
        void passes_if_others_were_sent_in_between() {
            assertThat(recording)
                    .sentInOrder("Page.enable", "Page.navigate")
                    .sentInOrder(event("Network.enable"), event("Page.navigate", param("/url")));
        }

        @Test
        void fails_if_one_was_sent_too_early() {
            assertFails(
                    "sent-in-order.txt", () -> assertThat(recording).sentInOrder("Page.navigate", "Network.enable"));
        }

        @Test
        void fails_for_a_condition_without_a_method() {
            assertFails(
                    "sent-in-order-condition.txt", () -> assertThat(recording).sentInOrder(param("/nothing")));
        }
    }

    @Nested
    class AllCommandsAnswered {

        @Test
        void passes_if_they_are_also_with_an_error() {
            assertThat(MadeRecording.of(
                            command(0, PAGE, "Page.enable", 1, "{}"),
                            answer(1, PAGE, "Page.enable", 1, "\"error\":{}")))
                    .allCommandsAnswered();
        }

        @Test
        void fails_with_those_that_are_not() {
            assertFails("all-commands-answered.txt", () -> assertThat(recording).allCommandsAnswered());
        }
    }

    @Nested
    class IsComplete {

        @Test
        void passes_if_nothing_is_missing() {
            assertThat(recording).isComplete();
        }

        @Test
        void fails_with_what_is_missing() {
            assertFails(
                    "is-complete.txt",
                    () -> assertThat(new MadeRecording(List.of(), "Chrome dropped 2 messages."))
                            .isComplete());
        }
    }

    @Nested
    class Command {

        @Test
        void passes_if_each_was_quick_and_succeeded() {
            assertThat(recording)
                    .command("Page.navigate")
                    .tookLessThan(Duration.ofSeconds(2))
                    .succeeded();
        }

        @Test
        void fails_with_those_that_were_slow() {
            assertFails(
                    "took-less-than.txt",
                    () -> assertThat(recording).command("Page.navigate").tookLessThan(Duration.ofMillis(40)));
        }

        @Test
        void fails_with_those_that_took_exactly_that_long() {
            assertFails(
                    "took-less-than-limit.txt",
                    () -> assertThat(MadeRecording.of(
                                    command(0, SessionId.BROWSER, "Browser.close", 1, "{}"),
                                    answer(5, SessionId.BROWSER, "Browser.close", 1, "\"result\":{}")))
                            .command("Browser.close")
                            .tookLessThan(Duration.ofMillis(50)));
        }

        @Test
        void fails_with_those_that_failed_or_were_not_answered() {
            var failing = MadeRecording.of(
                    command(0, PAGE, "Page.navigate", 1, "{}"),
                    answer(1, PAGE, "Page.navigate", 1, "\"error\":{\"code\":-32000,\"message\":\"Cannot navigate\"}"),
                    command(2, WORKER, "Page.navigate", 2, "{}"),
                    command(3, PAGE, "Page.navigate", 3, "{}"),
                    answer(4, PAGE, "Page.navigate", 3, "\"result\":{}"));

            assertFails(
                    "succeeded.txt",
                    () -> assertThat(failing).command("Page.navigate").succeeded());
        }

        @Test
        void fails_if_none_was_sent() {
            assertFails(
                    "command-not-sent.txt",
                    () -> assertThat(recording).command("Page.reload").succeeded());
        }
    }

    @Nested
    class HasNoFailedRequests {

        @Test
        void passes() {
            var page = ScriptedSession.page();
            Traffic.of(page).loaded("1", "GET", "/shop", 200, "OK").loaded("2", "GET", "/ads/1", 404, "Not Found");

            assertThat((Recording) MadeRecording.of()).hasNoFailedRequests();
            assertThat(page.recording())
                    .hasNoFailedRequestsExcept("**/ads/*")
                    .hasNoFailedRequestsExcept(CDPAssertions.get("**/ads/*").withStatus(404));
        }

        @Test
        void counts_each_redirect_as_the_report_does() {
            var page = ScriptedSession.page();
            Traffic.of(page).redirected("1", "/old", "/new").loaded("2", "GET", "/ads/1", 404, "Not Found");

            assertThatThrownBy(() -> assertThat(page.recording()).hasNoFailedRequests())
                    .hasMessageContaining("but 1 of 3 failed:");
        }

        @Test
        void fails() {
            var page = ScriptedSession.page();
            Traffic.of(page).loaded("1", "GET", "/shop", 200, "OK").loaded("2", "GET", "/ads/1", 404, "Not Found");

            assertFails(
                    "recording-no-failed-requests.txt",
                    () -> assertThat(page.recording()).hasNoFailedRequests());
            assertThatThrownBy(() -> assertThat(page.recording()).hasNoFailedRequestsExcept("**/shop"))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(
                            () -> assertThat(page.recording()).hasNoFailedRequestsExcept(CDPAssertions.get("**/shop")))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Nested
    class HasNoConsoleErrors {

        @Test
        void passes() {
            var page = ScriptedSession.page();
            Traffic.of(page).said("error", "out of stock");

            assertThat((Recording) MadeRecording.of()).hasNoConsoleErrors();
            assertThat(page.recording())
                    .hasNoConsoleErrorsExcept("out of stock")
                    .hasNoConsoleErrorsExcept(CDPAssertions.message("*").from("**/app.js"));
        }

        @Test
        void fails() {
            var page = ScriptedSession.page();
            Traffic.of(page).said("error", "out of stock");

            assertFails(
                    "recording-no-console-errors.txt",
                    () -> assertThat(page.recording()).hasNoConsoleErrors());
            assertThatThrownBy(() -> assertThat(page.recording()).hasNoConsoleErrorsExcept("in stock"))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() ->
                            assertThat(page.recording()).hasNoConsoleErrorsExcept(CDPAssertions.message("in stock")))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
