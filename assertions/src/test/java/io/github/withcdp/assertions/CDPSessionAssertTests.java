package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.fromTarget;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.type;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30) // less than what is waited for: who looks only when the time is up has missed what came
class CDPSessionAssertTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private final ScriptedSession page = ScriptedSession.page();

    @AfterEach
    void nobody_listens_any_more() {
        assertThat(page.handlers).isEmpty();
    }

    private void inAnotherThread(Runnable happening) {
        page.whenListenedTo(() -> new Thread(happening).start());
    }

    @Nested
    class Receives {

        @Test
        void passes_if_it_has_come() {
            page.receive("Page.loadEventFired");

            assertThat(page).receives("Page.loadEventFired");
        }

        @Test
        void passes_if_it_comes_between_looking_and_listening() {
            page.whenListenedTo(() -> page.receive("Page.loadEventFired"));

            assertThat(page).within(LONG).receives("Page.loadEventFired");
        }

        @Test
        void waits_for_it() {
            inAnotherThread(() -> page.receive("Network.loadingFailed")
                    .receive("Network.responseReceived", "{\"response\":{\"status\":200}}")
                    .receive("Network.responseReceived", "{\"response\":{\"status\":404}}"));

            assertThat(page).within(LONG).receives("Network.responseReceived", param("/response/status", 404));
        }

        @Test
        void knows_its_own_target() {
            page.receive("Page.loadEventFired");

            assertThat(page).receives("Page.loadEventFired", fromTarget(type("page")));
        }

        @Test
        void fails_with_the_closest_when_the_time_is_up() {
            page.say("Network.enable").receive("Network.responseReceived", "{\"response\":{\"status\":200}}");

            assertFails(
                    "receives.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .receives("Network.responseReceived", param("/response/status", 404)));
        }

        @Test
        void fails_with_the_domain_that_was_never_enabled() {
            assertFails(
                    "receives-never-enabled.txt",
                    () -> assertThat(page).within(SHORT).receives("Animation.animationStarted"));
        }

        @Test
        void fails_with_the_session_to_which_it_came() {
            page.say("Runtime.enable");
            page.withWorker().receive("Runtime.consoleAPICalled", "{\"type\":\"log\"}");

            assertFails(
                    "receives-elsewhere.txt",
                    () -> assertThat(page).within(SHORT).receives("Runtime.consoleAPICalled", param("/type", "log")));
        }

        @Test
        void fails_with_the_parent_to_which_it_came() {
            var worker = page.withWorker();
            worker.say("Network.enable");
            page.receive("Network.requestWillBeSent");

            assertFails(
                    "receives-in-parent.txt",
                    () -> assertThat(worker).within(SHORT).receives("Network.requestWillBeSent"));
        }

        @Test
        void fails_with_what_is_missing_in_the_recording() {
            page.say("Page.enable").incompleteBecause = "Chrome dropped 2 messages.";

            assertFails(
                    "receives-incomplete.txt",
                    () -> assertThat(page).within(SHORT).receives("Page.loadEventFired"));
        }

        @Test
        void ends_early_if_the_session_ends() {
            inAnotherThread(() -> page.end(DetachReason.BROWSER_GONE, "exit status 139 (SIGSEGV)\nlast words"));

            assertFails(
                    "receives-browser-gone.txt",
                    () -> assertThat(page).within(LONG).receives("Page.loadEventFired"));
        }

        @Test
        void ends_early_if_the_session_has_ended() {
            page.end(DetachReason.TARGET_CLOSED, "");

            assertFails(
                    "receives-closed.txt", () -> assertThat(page).within(LONG).receives("Page.loadEventFired"));
        }

        @Test
        void counts_what_came_just_before_the_end() {
            inAnotherThread(() -> page.receive("Page.loadEventFired").end(DetachReason.DETACHED, ""));

            assertThat(page).within(LONG).receives("Page.loadEventFired");
        }

        @Test
        void ends_early_if_the_target_crashes() {
            inAnotherThread(() -> page.receive("Inspector.targetCrashed"));

            assertFails(
                    "receives-crashed.txt", () -> assertThat(page).within(LONG).receives("Page.loadEventFired"));
        }

        @Test
        void waits_on_if_a_crashed_target_is_being_brought_back() {
            page.receive("Inspector.targetCrashed");
            page.messages.add(Made.command(1, Made.PAGE, "Page.reload", 1, "{}")); // not answered yet
            inAnotherThread(() -> page.receive("Page.loadEventFired"));

            assertThat(page).within(LONG).receives("Page.loadEventFired");
        }

        @Test
        void gives_way_to_an_interrupt() {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(CDPException.class)
                    .isThrownBy(() -> assertThat(page).within(LONG).receives("Page.loadEventFired"))
                    .withMessage("Interrupted while an assertion waited, as a @Timeout of the test does");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class ReceivesTimes {

        @Test
        void passes_if_as_many_have_come() {
            page.receive("Page.lifecycleEvent").receive("Page.loadEventFired").receive("Page.lifecycleEvent");

            assertThat(page).receives(2, "Page.lifecycleEvent");
        }

        @Test
        void does_not_count_what_is_told_of_the_icon() {
            Traffic.of(page).loaded("1", "GET", "/shop", 200, "OK");
            page.receive("Network.responseReceivedExtraInfo", "{\"requestId\":\"2\"}");
            Traffic.of(page).loaded("2", "GET", "/favicon.ico?v=1", 404, "Not Found");
            page.receive("Log.entryAdded", "{\"entry\":{\"networkRequestId\":\"2\"}}");
            page.receive("Fetch.requestPaused", "{\"requestId\":\"interception\",\"networkId\":\"2\"}");

            for (var event :
                    List.of("Network.requestWillBeSent", "Network.responseReceived", "Network.loadingFinished")) {
                assertThat(page).receives(1, event);
                assertThat(page.events()).containsEvents(1, event);
            }
            for (var event : List.of("Network.responseReceivedExtraInfo", "Log.entryAdded", "Fetch.requestPaused")) {
                assertThat(page).doesNotReceive(event, Duration.ZERO);
                assertThat(page.events()).doesNotContainEvent(event);
            }
        }

        @Test
        void counts_the_icon_if_a_condition_names_it() {
            Traffic.of(page)
                    .loaded("2", "GET", "/favicon.ico", 404, "Not Found")
                    .loaded("3", "GET", "/a", 200, "OK");

            assertThat(page).receives(1, "Network.requestWillBeSent", param("/request/url", containing("favicon")));
        }

        @Test
        void says_that_the_icon_does_not_count() {
            page.say("Network.enable");
            Traffic.of(page)
                    .loaded("1", "GET", "/shop", 200, "OK")
                    .loaded("2", "GET", "/favicon.ico", 404, "Not Found");

            assertFails(
                    "receives-times-icon.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .receives(1, "Network.responseReceived", param("/response/status", 500)));
        }

        @Test
        void waits_for_the_last() {
            page.receive("Page.lifecycleEvent");
            page.whenListenedTo(() -> page.receive("Page.lifecycleEvent"));

            assertThat(page).within(LONG).receives(2, "Page.lifecycleEvent");
        }

        @Test
        void fails_if_there_are_more() {
            page.receive("Page.lifecycleEvent", "{\"name\":\"load\"}")
                    .receive("Page.lifecycleEvent", "{\"name\":\"init\"}")
                    .receive("Page.lifecycleEvent", "{\"name\":\"reload\"}");

            assertFails(
                    "receives-times-more.txt",
                    () -> assertThat(page)
                            .within(LONG)
                            .receives(1, "Page.lifecycleEvent", param("/name", matching("*load"))));
        }

        @Test
        void fails_if_there_are_fewer_when_the_time_is_up() {
            page.say("Page.enable").receive("Page.lifecycleEvent", "{\"name\":\"load\"}");
            page.receive("Page.lifecycleEvent", "{\"name\":\"init\"}");

            assertFails(
                    "receives-times-fewer.txt",
                    () -> assertThat(page).within(SHORT).receives(3, "Page.lifecycleEvent", param("/name", "load")));
        }

        @Test
        void fails_early_if_the_session_ends() {
            page.end(DetachReason.PARENT_DETACHED, "");

            assertFails(
                    "receives-times-ended.txt",
                    () -> assertThat(page).within(LONG).receives(1, "Page.lifecycleEvent"));
        }

        @Test
        void refuses_to_wait_for_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(page).receives(0, "Page.lifecycleEvent"))
                    .withMessage(
                            "An event is received at least once, not 0 times: doesNotReceive(event) says that it does not come");
        }
    }

    @Nested
    class ReceivesAtLeast {

        @Test
        void passes_if_more_have_come() {
            page.receive("Page.lifecycleEvent").receive("Page.lifecycleEvent");

            assertThat(page).receivesAtLeast(1, "Page.lifecycleEvent");
        }

        @Test
        void fails_if_there_are_fewer_when_the_time_is_up() {
            page.say("Page.enable").receive("Page.lifecycleEvent");

            assertFails(
                    "receives-at-least.txt",
                    () -> assertThat(page).within(SHORT).receivesAtLeast(2, "Page.lifecycleEvent"));
        }

        @Test
        void refuses_to_wait_for_none() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(page).receivesAtLeast(-1, "Page.lifecycleEvent"));
        }
    }

    @Nested
    class ReceivesInOrder {

        @Test
        void passes_if_they_have_come_and_come() {
            page.receive("Network.requestWillBeSent");
            inAnotherThread(() -> page.receive("Network.dataReceived").receive("Network.loadingFinished"));

            assertThat(page).within(LONG).receivesInOrder("Network.requestWillBeSent", "Network.loadingFinished");
        }

        @Test
        void passes_if_the_conditions_are_met() {
            page.receive("Made.up", "{\"n\":1}").receive("Made.up", "{\"n\":2}");

            assertThat(page).receivesInOrder(event("Made.up", param("/n", 1)), param("/n", 2));
        }

        @Test
        void fails_where_the_order_breaks() {
            page.say("Network.enable").receive("Network.loadingFinished").receive("Network.requestWillBeSent");

            assertFails(
                    "receives-in-order.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .receivesInOrder("Network.requestWillBeSent", "Network.loadingFinished"));
        }

        @Test
        void fails_early_if_the_session_ends() {
            page.end(DetachReason.DETACHED, "by CDPSession.detach()");

            assertFails(
                    "receives-in-order-ended.txt",
                    () -> assertThat(page).within(LONG).receivesInOrder(param("/n", 1)));
        }
    }

    @Nested
    class DoesNotReceive {

        @Test
        void passes_if_the_time_is_up_and_the_target_has_answered() {
            page.receive("Page.lifecycleEvent", "{\"name\":\"init\"}");

            assertThat(page).doesNotReceive("Page.lifecycleEvent", SHORT, param("/name", "load"));

            assertThat(page.recording()).sent("Runtime.evaluate");
        }

        @Test
        void fails_at_once_if_it_has_come() {
            page.receive("Page.lifecycleEvent").receive("Page.lifecycleEvent");

            assertFails("does-not-receive.txt", () -> assertThat(page).doesNotReceive("Page.lifecycleEvent", LONG));
        }

        @Test
        void fails_as_soon_as_it_comes() {
            inAnotherThread(() -> page.receive("Page.javascriptDialogOpening", "{\"message\":\"no\"}"));

            assertFails(
                    "does-not-receive-dialog.txt",
                    () -> assertThat(page).doesNotReceive("Page.javascriptDialogOpening", LONG));
        }

        @Test
        void fails_if_it_comes_before_the_target_answers() {
            page.whenSent(method -> page.receive("Network.loadingFailed"));

            assertFails(
                    "does-not-receive-barrier.txt",
                    () -> assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO));
        }

        @Test
        void takes_an_error_for_an_answer() {
            page.whenSent(method -> {
                throw new CommandFailedException(method, -32601, "'Runtime.evaluate' wasn't found", "");
            });

            assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO);
        }

        @Test
        void asks_the_browser_while_a_dialog_holds_the_page() {
            page.receive("Page.javascriptDialogOpening");

            assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO);

            assertThat(page.recording()).sent("Target.getTargetInfo").doesNotSend("Runtime.evaluate");
        }

        @Test
        void asks_the_browser_itself_for_its_version() {
            var browser = ScriptedSession.browser();

            assertThat(browser).doesNotReceive("Target.targetCreated", Duration.ZERO);

            assertThat(browser.recording()).sent("Browser.getVersion");
        }

        @Test
        void fails_if_the_target_does_not_answer() {
            page.whenSent(method -> {
                throw new CommandTimeoutException(method, Duration.ofSeconds(5), List.of("an endless loop?"));
            });

            assertFails(
                    "does-not-receive-silence.txt",
                    () -> assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO));
        }

        @Test
        void fails_if_the_target_crashes() {
            page.whenListenedTo(() -> page.receive("Inspector.targetCrashed"));

            assertFails(
                    "does-not-receive-crashed.txt",
                    () -> assertThat(page).doesNotReceive("Network.loadingFailed", LONG));
        }

        @Test
        void fails_if_the_browser_goes_before_the_target_answers() {
            page.whenSent(method -> {
                throw new SessionDetachedException(method, DetachReason.CONNECTION_LOST, "");
            });

            assertFails(
                    "does-not-receive-lost.txt",
                    () -> assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO));
        }

        @ParameterizedTest
        @EnumSource(names = {"DETACHED", "TARGET_CLOSED", "PARENT_DETACHED", "BROWSER_CLOSED"})
        void passes_at_once_if_the_session_ends_in_order(DetachReason reason) {
            page.whenListenedTo(() -> page.end(reason, ""));

            assertThat(page).doesNotReceive("Network.loadingFailed", LONG);
        }

        @ParameterizedTest
        @EnumSource(names = {"TARGET_CRASHED", "CONNECTION_LOST", "BROWSER_GONE"})
        void fails_if_the_session_is_lost(DetachReason reason) {
            page.whenListenedTo(() -> page.end(reason, "so it is"));

            assertThatThrownBy(() -> assertThat(page).doesNotReceive("Network.loadingFailed", LONG))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageEndingWith("It has not, but that does not mean much: %s: so it is.", reason.sentence());
        }

        @Test
        void passes_if_the_session_ends_in_order_before_the_target_answers() {
            page.whenSent(method -> {
                throw new SessionDetachedException(method, DetachReason.TARGET_CLOSED, "");
            });

            assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ZERO);
        }

        @Test
        void refuses_a_negative_time() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(page).doesNotReceive("Network.loadingFailed", Duration.ofMillis(-1)))
                    .withMessage("A time to wait is from nothing to 24 h, but this is PT-0.001S");
        }
    }

    @Nested
    class EventuallySatisfies {

        @Test
        void passes_at_once() {
            assertThat(page)
                    .eventuallySatisfies(it -> assertThat(it.isAttached()).isTrue());
        }

        @Test
        void tries_again_whenever_something_has_come() {
            inAnotherThread(() -> page.receive("Made.up").receive("Made.up"));

            assertThat(page)
                    .within(LONG)
                    .eventuallySatisfies(it -> assertThat(it.events()).containsEvents(2, "Made.up"));
        }

        @Test
        void takes_a_refused_command_for_not_yet() {
            var attempts = new AtomicInteger();
            page.whenListenedTo(() -> page.receive("Made.up"));

            assertThat(page).within(LONG).eventuallySatisfies(it -> {
                if (attempts.getAndIncrement() == 0) {
                    throw new CDPException("Cannot find context with specified id");
                }
            });
        }

        @Test
        void tries_a_last_time_when_the_time_is_up() {
            long end = System.nanoTime() + SHORT.toNanos();

            assertThat(page)
                    .within(SHORT)
                    .eventuallySatisfies(
                            it -> assertThat(System.nanoTime() - end).isNotNegative());
        }

        @Test
        void fails_with_what_the_requirements_say() {
            assertFails(
                    "eventually-satisfies.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .eventuallySatisfies(
                                    it -> assertThat(it.target().url()).isEqualTo("http://localhost/cart")));
        }

        @Test
        void fails_early_if_the_session_ends() {
            page.end(DetachReason.BROWSER_CLOSED, "");

            assertFails(
                    "eventually-satisfies-ended.txt",
                    () -> assertThat(page).within(LONG).eventuallySatisfies(it -> it.send("Page.reload")));
        }

        @Test
        void lets_other_exceptions_through() {
            assertThatThrownBy(() -> assertThat(page).eventuallySatisfies(it -> {
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void gives_way_to_an_interrupt_of_the_requirements() {
            assertThatThrownBy(() -> assertThat(page).within(LONG).eventuallySatisfies(it -> {
                        Thread.currentThread().interrupt();
                        throw new CDPException("Interrupted while waiting");
                    }))
                    .hasMessage("Interrupted while waiting");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class HasUrl {

        @Test
        void passes_if_it_is_there() {
            assertThat(page).hasUrl("http://localhost/shop").hasUrlMatching("http://localhost/*");
        }

        @Test
        void waits_for_it() {
            inAnotherThread(() -> page.moveTo("http://localhost/cart"));

            assertThat(page).within(LONG).hasUrl("http://localhost/cart");
        }

        @Test
        void fails_when_the_time_is_up() {
            assertFails("has-url.txt", () -> assertThat(page).within(SHORT).hasUrl("http://localhost/cart"));
        }

        @Test
        void fails_for_a_pattern_when_the_session_ends() {
            page.end(DetachReason.TARGET_CLOSED, "");

            assertFails("has-url-matching.txt", () -> assertThat(page).hasUrlMatching("http://localhost/orders/*"));
        }
    }

    @Nested
    class IsDetached {

        @Test
        void passes_if_it_is() {
            page.end(DetachReason.DETACHED, "");

            assertThat(page).isDetached();
        }

        @Test
        void waits_for_it_even_after_a_crash() {
            page.receive("Inspector.targetCrashed");
            inAnotherThread(() -> page.end(DetachReason.TARGET_CLOSED, ""));

            assertThat(page).within(LONG).isDetached();
        }

        @Test
        void fails_when_the_time_is_up() {
            assertFails("is-detached.txt", () -> assertThat(page).within(SHORT).isDetached());
        }
    }

    @Nested
    class IsAttached {

        @Test
        void passes_if_it_is() {
            assertThat(page).isAttached();
        }

        @Test
        void fails_with_why_it_has_ended() {
            page.end(DetachReason.TARGET_CLOSED, "Render process gone.");

            assertFails("is-attached.txt", () -> assertThat(page).isAttached());
        }
    }

    @Nested
    class HasTargetType {

        @Test
        void passes_for_its_own() {
            assertThat(page).hasTargetType("page");
        }

        @Test
        void fails_for_another() {
            assertFails("has-target-type.txt", () -> assertThat(page).hasTargetType("worker"));
        }
    }

    @Nested
    class Within {

        @Test
        void refuses_what_is_not_longer_than_nothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(page).within(Duration.ZERO))
                    .withMessage("A time to wait is longer than nothing and at most 24 h, but this is PT0S");
        }
    }

    @Nested
    class HasNoFailedRequests {

        @Test
        void passes_if_all_went_well() {
            Traffic.of(page)
                    .loaded("1", "GET", "/shop", 200, "OK")
                    .loaded("2", "GET", "/favicon.ico", 404, "Not Found")
                    .asked("3", "GET", "/slow")
                    .failed("3", "net::ERR_ABORTED", ",\"canceled\":true");

            assertThat(page).hasNoFailedRequests();
        }

        @Test
        void counts_what_has_been_caused() {
            page.whenSent(command -> Traffic.of(page)
                    .loaded("1", "GET", "/shop", 200, "OK")
                    .loaded("2", "POST", "/api/pay", 503, "Service Unavailable")
                    .asked("3", "GET", "/app.js")
                    .failed("3", "net::ERR_CONNECTION_REFUSED", ""));

            assertFails("no-failed-requests.txt", () -> assertThat(page).hasNoFailedRequests());
        }

        @Test
        void knows_exceptions() {
            Traffic.of(page)
                    .loaded("1", "POST", "/api/pay", 503, "Service Unavailable")
                    .loaded("2", "GET", "/ads/1", 404, "Not Found");

            assertThat(page).hasNoFailedRequestsExcept("**/api/*", "**/ads/*");
            assertThat(page)
                    .hasNoFailedRequestsExcept(
                            CDPAssertions.request("**/ads/*"),
                            CDPAssertions.post("**/api/pay").withStatus(503));
            assertFails(
                    "no-failed-requests-except.txt",
                    () -> assertThat(page)
                            .hasNoFailedRequestsExcept(
                                    CDPAssertions.request("**/ads/*"),
                                    CDPAssertions.post("**/api/pay").withStatus(500)));
        }

        @Test
        void fails_if_it_cannot_be_known() {
            page.whenSent(command -> {
                throw new CommandTimeoutException(command, SHORT, List.of());
            });

            assertFails("no-failed-requests-barrier.txt", () -> assertThat(page).hasNoFailedRequests());
        }

        @Test
        void passes_after_an_orderly_end() {
            Traffic.of(page).loaded("1", "GET", "/shop", 200, "OK");
            page.end(DetachReason.TARGET_CLOSED, "");

            assertThat(page).hasNoFailedRequests().hasNoConsoleErrors();
        }
    }

    @Nested
    class HasNoConsoleErrors {

        @Test
        void passes_if_nobody_complained() {
            Traffic.of(page)
                    .said("log", "one")
                    .said("warning", "two")
                    .logged("error", "Failed to load resource", "/favicon.ico")
                    .threw("Error: handled later")
                    .handled();

            assertThat(page).hasNoConsoleErrors();
        }

        @Test
        void counts_what_has_been_caused() {
            page.whenSent(command -> Traffic.of(page)
                    .said("log", "one")
                    .said("error", "out of stock")
                    .logged("error", "Failed to load resource", "/missing.png")
                    .threw("Error: no\n    at pay (http://localhost/app.js:3:4)"));

            assertFails("no-console-errors.txt", () -> assertThat(page).hasNoConsoleErrors());
        }

        @Test
        void shows_all_if_they_are_not_too_many() {
            for (int i = 0; i < 8; i++) {
                Traffic.of(page).said("error", "no. " + i);
            }

            assertThatThrownBy(() -> assertThat(page).hasNoConsoleErrors())
                    .hasMessageContaining("no. 7")
                    .hasMessageNotContaining("more)…");
        }

        @Test
        void shows_the_first_of_many() {
            for (int i = 0; i < 20; i++) {
                Traffic.of(page).said("error", "no. " + i);
            }

            assertFails("no-console-errors-many.txt", () -> assertThat(page).hasNoConsoleErrors());
        }

        @Test
        void knows_exceptions() {
            Traffic.of(page).said("error", "out of stock").threw("Error: no");

            assertThat(page).hasNoConsoleErrorsExcept("out of *", "Error: *");
            assertThat(page)
                    .hasNoConsoleErrorsExcept(
                            CDPAssertions.message("out of *"),
                            CDPAssertions.message("*").withType("exception"));
            assertFails(
                    "no-console-errors-except.txt",
                    () -> assertThat(page)
                            .hasNoConsoleErrorsExcept(
                                    CDPAssertions.message("out of *").from("**/ads.js"),
                                    CDPAssertions.message("*").withType("exception")));
        }
    }
}
