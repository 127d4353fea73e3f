package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspiciousMessagesTests {

    private static Suspicions in(Conversation conversation) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO);
    }

    private static List<String> lines(Conversation conversation) {
        return in(conversation).top().stream().map(Suspicion::line).toList();
    }

    private static Conversation request(Conversation conversation, String url) {
        return conversation.event(
                1,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"%s\"}}".formatted(url));
    }

    private static Conversation response(Conversation conversation, int status, String url) {
        return conversation.event(
                2,
                PAGE,
                "Network.responseReceived",
                "{\"requestId\":\"R1\",\"response\":{\"status\":%d,\"statusText\":\"\",\"url\":\"%s\"}}"
                        .formatted(status, url));
    }

    private static Conversation attached(String type) {
        return new Conversation()
                .event(
                        1,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"%s\",\"url\":\"http://a.test/\",\"browserContextId\":\"C1\"}}"
                                .formatted(PAGE, type));
    }

    private static Conversation gone(Conversation conversation) {
        return conversation
                .event(8, PAGE, "Inspector.detached", "{\"reason\":\"Render process gone.\"}")
                .event(
                        9,
                        "",
                        "Target.detachedFromTarget",
                        "{\"sessionId\":\"%s\",\"targetId\":\"T1\"}".formatted(PAGE));
    }

    @Test
    void finds_nothing_in_an_ordinary_conversation() {
        var ordinary = new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://a.test/\"}")
                .result(2, PAGE, 1, "{\"frameId\":\"F\"}")
                .event(3, PAGE, "Runtime.consoleAPICalled", "{\"type\":\"log\",\"args\":[{\"value\":\"error\"}]}")
                .event(3, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"warning\",\"text\":\"slow\"}}");

        assertThat(in(response(request(ordinary, "http://a.test/"), 304, "http://a.test/")))
                .isEqualTo(Suspicions.NONE);
    }

    @Test
    void tells_a_refused_command() {
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "DOM.focus", "{}")
                        .failure(2, PAGE, 1, "{\"code\":-32000,\"message\":\"Element is not focusable\"}")))
                .containsExactly("0.002 s @9F86D081 DOM.focus failed: Element is not focusable [code -32000]");
    }

    @Test
    void tells_a_navigation_that_failed_with_a_result() {
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://nowhere.test/\"}")
                        .result(2, PAGE, 1, "{\"frameId\":\"F\",\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}")))
                .containsExactly(
                        "0.002 s @9F86D081 Page.navigate to http://nowhere.test/ failed: net::ERR_NAME_NOT_RESOLVED");
    }

    @Test
    void tells_an_evaluation_that_threw_with_a_result() {
        assertThat(
                        lines(
                                new Conversation()
                                        .command(1, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"x\"}")
                                        .result(
                                                2,
                                                PAGE,
                                                1,
                                                "{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"description\":\"ReferenceError: x\\n    at 1:1\"}}}")))
                .containsExactly("0.002 s @9F86D081 Runtime.evaluate threw ReferenceError: x");
    }

    @Test
    void tells_a_command_without_an_answer() {
        assertThat(lines(new Conversation()
                        .command(1_000, PAGE, 1, "Runtime.evaluate", "{}")
                        .event(3_500, PAGE, "Page.loadEventFired", "{}")))
                .containsExactly(
                        "1.000 s @9F86D081 Runtime.evaluate was not answered; it was sent 2.5 s before the last message");
    }

    @Test
    void tells_a_message_that_Chrome_could_not_read() {
        assertThat(lines(new Conversation().raw(1, "{\"error\":{\"code\":-32700,\"message\":\"JSON: bad\"}}")))
                .containsExactly("0.001 s @browser A message failed: JSON: bad [code -32700]");
    }

    @Test
    void tells_a_request_without_a_response() {
        var failed = request(new Conversation(), "http://a.test/pay")
                .event(
                        5,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\",\"canceled\":false,\"blockedReason\":\"csp\"}");

        assertThat(lines(failed))
                .containsExactly("0.005 s @9F86D081 POST http://a.test/pay failed: net::ERR_FAILED, blocked by csp");
    }

    @Test
    void tells_what_went_over_the_wire_of_a_request_that_failed() {
        var wire =
                "{\"requestId\":\"R1\",\"statusCode\":%d,\"headers\":{},\"headersText\":\"HTTP/1.1 %1$d Said\\r\\n\\r\\n\"}";
        var failure =
                "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}}";

        assertThat(lines(request(new Conversation(), "http://a.test/pay")
                        .event(4, PAGE, "Network.responseReceivedExtraInfo", wire.formatted(200))
                        .event(5, PAGE, "Network.loadingFailed", failure)))
                .containsExactly(
                        "0.005 s @9F86D081 POST http://a.test/pay was answered with 200 Said, then failed: net::ERR_FAILED, CORS: MissingAllowOriginHeader");
        assertThat(lines(request(new Conversation(), "http://a.test/worker.js")
                        .event(4, PAGE, "Network.responseReceivedExtraInfo", wire.formatted(404))
                        .event(
                                5,
                                PAGE,
                                "Network.loadingFailed",
                                "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}")))
                .containsExactly(
                        "0.005 s @9F86D081 POST http://a.test/worker.js was answered with 404 Said, then failed: net::ERR_FAILED");
    }

    @Test
    void tells_how_long_a_request_was_waited_for_whose_page_was_left() {
        var left = request(waiting(new Conversation()), "http://a.test/pay")
                .event(2_000, PAGE, "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(PAGE));

        assertThat(linesUntil(left, 2_100))
                .anyMatch(line -> line.endsWith("POST http://a.test/pay was given up after 2.0 s"));
        assertThat(linesUntil(left, 9_000)).noneMatch(line -> line.contains("given up"));
    }

    @Test
    void forgives_a_cancelled_request() {
        assertThat(lines(request(new Conversation(), "http://a.test/pay")
                        .event(
                                5,
                                PAGE,
                                "Network.loadingFailed",
                                "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"399, 0", "400, 1", "404, 1", "503, 1"})
    void tells_a_response_with_a_status_of_400_and_above(int status, int expected) {
        var url = "http://a.test/pay";

        assertThat(lines(response(request(new Conversation(), url), status, url)))
                .hasSize(expected)
                .allMatch(line -> line.equals("0.002 s @9F86D081 POST http://a.test/pay was answered with " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.test/favicon.ico", "https://a.test:8080/favicon.ico?v=1#x"})
    void forgives_the_request_for_the_icon(String url) {
        var conversation = response(request(new Conversation(), url), 404, url)
                .event(3, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}")
                .event(
                        4,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"level\":\"error\",\"text\":\"404\",\"url\":\"%s\"}}".formatted(url));

        assertThat(lines(conversation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.test/img/favicon.ico", "http://a.test/?x=/favicon.ico", "http://a.test/favicon.icon"})
    void does_not_take_other_requests_for_the_one_for_the_icon(String url) {
        assertThat(lines(response(new Conversation(), 404, url))).hasSize(1);
    }

    @Test
    void tells_a_failed_request_once_although_the_browser_logs_it_too() {
        var log =
                "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to load\",\"url\":\"http://a.test/\",\"networkRequestId\":\"%s\"}}";
        var conversation = response(
                        new Conversation().event(1, PAGE, "Log.entryAdded", log.formatted("R1")), 500, "http://a.test/")
                .event(3, PAGE, "Log.entryAdded", log.formatted("R2"));

        assertThat(lines(conversation))
                .containsExactly(
                        "0.002 s @9F86D081 http://a.test/ was answered with 500",
                        "0.003 s @9F86D081 The browser logged: Failed to load (http://a.test/)");
    }

    @Test
    void tells_what_the_page_threw_with_its_place() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                1,
                                                PAGE,
                                                "Runtime.exceptionThrown",
                                                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"url\":\"http://a.test/a.js\",\"lineNumber\":6,\"exception\":{\"description\":\"Error: no\\n at f\"}}}")
                                        .event(
                                                2,
                                                PAGE,
                                                "Runtime.exceptionThrown",
                                                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"type\":\"string\",\"value\":\"thrown\"}}}")))
                .containsExactly(
                        "0.001 s @9F86D081 Uncaught Error: no (http://a.test/a.js:7)",
                        "0.002 s @9F86D081 Uncaught thrown");
    }

    @Test
    void a_rejection_that_was_handled_later_is_not_suspicious() {
        assertThat(lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Runtime.exceptionThrown",
                                "{\"exceptionDetails\":{\"exceptionId\":4,\"text\":\"Uncaught (in promise)\"}}")
                        .event(2, PAGE, "Runtime.exceptionRevoked", "{\"exceptionId\":4}")))
                .isEmpty();
    }

    @Test
    void tells_console_errors_as_the_console_shows_them() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                1,
                                                PAGE,
                                                "Runtime.consoleAPICalled",
                                                "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"a\"},{\"type\":\"number\",\"value\":1},{\"type\":\"number\",\"unserializableValue\":\"NaN\"},{\"type\":\"undefined\"},{\"type\":\"object\",\"description\":\"Basket\"}]}")))
                .containsExactly("0.001 s @9F86D081 console.error: a 1 NaN undefined Basket");
    }

    private static Conversation dialog(String type) {
        return attached("page")
                .event(
                        2,
                        PAGE,
                        "Page.javascriptDialogOpening",
                        "{\"type\":\"%s\",\"message\":\"Delete all?\",\"url\":\"http://a.test/cart\"}".formatted(type));
    }

    private static Conversation answered(Conversation dialog, boolean accept, String promptText) {
        return dialog.command(
                        3,
                        PAGE,
                        7,
                        "Page.handleJavaScriptDialog",
                        "{\"accept\":%b,\"promptText\":\"%s\"}".formatted(accept, promptText))
                .event(4, PAGE, "Page.javascriptDialogClosed", "{\"result\":%b}".formatted(accept))
                .result(5, PAGE, 7, "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "prompt"})
    void tells_a_dialog_that_no_handler_answered(String type) {
        assertThat(lines(answered(dialog(type), false, DialogAnswer.TEXT)))
                .containsExactly(
                        "0.002 s @9F86D081 %s \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that): page.on(\"Page.javascriptDialogOpening\", …) can"
                                .formatted(type));
    }

    @Test
    void tells_what_an_alert_said() {
        assertThat(lines(answered(dialog("alert"), false, DialogAnswer.TEXT)))
                .containsExactly(
                        "0.002 s @9F86D081 alert \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that)");
    }

    @Test
    void a_page_that_was_left_by_leave_of_us_is_not_suspicious() {
        assertThat(lines(answered(dialog("beforeunload"), true, DialogAnswer.TEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_dialog_that_a_handler_answered_is_not_suspicious(boolean accept) {
        assertThat(lines(answered(dialog("prompt"), accept, "Ada"))).isEmpty();
    }

    @Test
    void a_dialog_that_was_answered_elsewhere_is_not_suspicious() {
        assertThat(lines(dialog("confirm").event(4, PAGE, "Page.javascriptDialogClosed", "{\"result\":true}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "beforeunload"})
    void tells_a_dialog_that_is_still_open(String type) {
        assertThat(lines(dialog(type)))
                .containsExactly(
                        "0.002 s @9F86D081 %s \"Delete all?\" of http://a.test/cart was still open at the last message: Page.handleJavaScriptDialog answers it"
                                .formatted(type));
    }

    @Test
    void a_refused_answer_leaves_a_dialog_open() {
        assertThat(lines(dialog("confirm")
                        .command(3, PAGE, 7, "Page.handleJavaScriptDialog", "{}")
                        .failure(4, PAGE, 7, "{\"message\":\"Invalid parameters\"}")))
                .anyMatch(line -> line.contains("was still open at the last message"));
    }

    @Test
    void tells_a_dialog_once_however_many_sessions_tell_of_it() {
        var twice = dialog("confirm")
                .event(
                        2,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"SECOND\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\"}}")
                .event(
                        2,
                        "SECOND",
                        "Page.javascriptDialogOpening",
                        "{\"type\":\"confirm\",\"message\":\"Delete all?\"}");

        assertThat(lines(answered(twice, false, DialogAnswer.TEXT))).hasSize(1);
    }

    @Test
    void tells_a_page_that_went_away_once() {
        assertThat(lines(gone(attached("page"))))
                .containsExactly(
                        "0.008 s @9F86D081 The page http://a.test/ went away, it was closed: the page closed itself (window.close()), or another client or somebody at the window closed it (Chrome said: Render process gone.)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_worker", "service_worker"})
    void a_worker_that_has_ended_has_not_crashed(String type) {
        assertThat(lines(attached(type).event(7, PAGE, "Inspector.targetCrashed", "{}")))
                .isEmpty();
    }

    @Test
    void tells_a_crash_and_not_its_consequences() {
        assertThat(lines(gone(attached("page").event(7, PAGE, "Inspector.targetCrashed", "{}"))))
                .containsExactly("0.007 s @9F86D081 The page crashed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Target.closeTarget | {\"targetId\":\"T1\"}",
                "Target.disposeBrowserContext | {\"browserContextId\":\"C1\"}",
                "Target.detachFromTarget | {\"sessionId\":\"9F86D081884C7D65\"}",
                "Browser.close | {}"
            })
    void expects_a_page_to_go_when_told_to(String method, String params) {
        assertThat(lines(gone(attached("page").command(2, "", 1, method, params).result(3, "", 1, "{}"))))
                .isEmpty();
    }

    @Test
    void expects_a_page_to_go_when_told_to_close_itself() {
        assertThat(lines(gone(
                        attached("page").command(2, PAGE, 1, "Page.close", "").result(3, PAGE, 1, "{}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "iframe", "service_worker"})
    void lets_workers_and_frames_come_and_go(String type) {
        assertThat(lines(gone(attached(type)))).isEmpty();
    }

    @Test
    void does_not_tell_of_pages_of_other_tests() {
        assertThat(lines(new Conversation()
                        .event(9, "", "Target.detachedFromTarget", "{\"sessionId\":\"OTHER\",\"targetId\":\"T9\"}")))
                .isEmpty();
    }

    @Test
    void tells_a_request_that_a_refused_command_did_not_let_go_on() {
        assertThat(lines(paused().command(
                                6, PAGE, 1, "Fetch.fulfillRequest", "{\"requestId\":\"P1\",\"body\":\"no base64\"}")
                        .failure(7, PAGE, 1, "{\"code\":-32602,\"message\":\"Invalid parameters\"}")))
                .anyMatch(line -> line.endsWith("GET http://a.test/x was paused by Fetch and never continued"));
    }

    private static Conversation paused() {
        return new Conversation()
                .event(
                        5,
                        PAGE,
                        "Fetch.requestPaused",
                        "{\"requestId\":\"P1\",\"networkId\":\"R1\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/x\"}}");
    }

    @Test
    void tells_a_request_that_nobody_let_go_on() {
        assertThat(lines(paused()))
                .containsExactly("0.005 s @9F86D081 GET http://a.test/x was paused by Fetch and never continued");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fetch.continueRequest",
                "Fetch.continueResponse",
                "Fetch.failRequest",
                "Fetch.fulfillRequest",
                "Fetch.disable"
            })
    void forgets_a_paused_request_that_was_let_go_on(String method) {
        assertThat(lines(paused().command(6, PAGE, 1, method, "{\"requestId\":\"P1\"}")
                        .result(7, PAGE, 1, "{}")))
                .isEmpty();
    }

    @Test
    void forgets_a_paused_request_that_the_page_gave_up() {
        assertThat(lines(paused().event(
                                6,
                                PAGE,
                                "Network.loadingFailed",
                                "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}")))
                .isEmpty();
    }

    @Test
    void tells_a_request_for_a_password_that_got_no_answer() {
        assertThat(lines(new Conversation()
                        .event(1, PAGE, "Fetch.authRequired", "{\"requestId\":\"P1\",\"request\":{\"url\":\"u\"}}")))
                .containsExactly("0.001 s @9F86D081 GET u asked Fetch for a password and got no answer");
    }

    private static Conversation took(Conversation conversation, int id, long millis, String type) {
        return conversation
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"%d\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/%1$d\"}}"
                                .formatted(id, type))
                .event(1 + millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"%d\"}".formatted(id));
    }

    /** The begin of a wait, which is unusual itself because it is never answered. */
    private static Conversation waiting(Conversation conversation) {
        return conversation.command(1, PAGE, 99, "Runtime.evaluate", "{\"expression\":\"paid\"}");
    }

    private static List<String> linesUntil(Conversation conversation, long failedAt) {
        return until(conversation, failedAt).map(Suspicion::line).toList();
    }

    private static Stream<Suspicion> until(Conversation conversation, long failedAt) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(failedAt)))
                .top()
                .stream();
    }

    private static List<String> slowLines(Conversation conversation, long failedAt) {
        return until(conversation, failedAt)
                .filter(suspicion -> suspicion.kind() == Suspicion.Kind.SLOW)
                .map(Suspicion::line)
                .toList();
    }

    @Test
    void tells_the_slowest_of_those_that_the_test_waited_for() {
        var conversation = waiting(new Conversation());
        for (int i = 1; i <= 9; i++) {
            took(conversation, i, i, "Fetch");
        }
        for (int i = 10; i <= 13; i++) {
            took(conversation, i, 200L * i, "Fetch");
        }
        took(conversation, 14, 2_550, "EventSource");

        assertThat(linesUntil(conversation, 2_601))
                .containsExactly(
                        "0.001 s @9F86D081 Runtime.evaluate was not answered; it was sent 2.6 s before the failure",
                        "0.001 s @9F86D081 GET http://a.test/13 took 2.6 s",
                        "0.001 s @9F86D081 GET http://a.test/12 took 2.4 s",
                        "0.001 s @9F86D081 GET http://a.test/11 took 2.2 s");
    }

    @Test
    void a_slow_request_alone_is_nothing_unusual() {
        var polled = took(waiting(new Conversation()).result(2, PAGE, 99, "{}"), 1, 5_000, "Fetch");

        assertThat(linesUntil(polled, 5_100)).isEmpty();
        polled.event(5_050, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}");
        assertThat(linesUntil(polled, 5_100))
                .containsExactly("5.050 s @9F86D081 Uncaught x", "0.001 s @9F86D081 GET http://a.test/1 took 5 s");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "999, 0"})
    void a_slow_request_takes_a_second(long millis, int expected) {
        assertThat(slowLines(took(waiting(new Conversation()), 1, millis, "Fetch"), 1_100))
                .hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"399, 1", "401, 0"})
    void a_slow_request_takes_five_times_as_long_as_others(long others, int expected) {
        var conversation = waiting(new Conversation());
        for (int i = 1; i <= 5; i++) {
            took(conversation, i, others, "Fetch");
        }
        took(conversation, 6, 2_000, "Fetch");

        assertThat(slowLines(conversation, 2_100)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"5501, 1", "5502, 0"})
    void a_request_that_ended_long_before_the_failure_is_not_waited_for(long failedAt, int expected) {
        assertThat(slowLines(took(waiting(new Conversation()), 1, 5_000, "Fetch"), failedAt))
                .hasSize(expected);
    }

    @Test
    void asking_the_same_again_is_waiting_and_doing_something_new_is_not() {
        var asked = "{\"expression\":\"paid\"}";
        var conversation = request(waiting(new Conversation()), "http://a.test/stream")
                .command(4_500, PAGE, 2, "Runtime.evaluate", asked)
                .command(4_501, PAGE, 3, "Network.getResponseBody", "{}");

        assertThat(slowLines(conversation, 5_000))
                .containsExactly(
                        "0.001 s @9F86D081 POST http://a.test/stream had not ended 5.0 s later, at the failure");
        conversation.command(4_600, PAGE, 4, "Runtime.evaluate", "{\"expression\":\"other\"}");
        assertThat(slowLines(conversation, 5_000)).isEmpty();
    }

    @Test
    void tells_a_request_that_had_not_ended_when_the_test_failed() {
        var conversation = request(new Conversation(), "http://a.test/pay")
                .command(1, PAGE, 1, "Runtime.evaluate", "{}")
                .event(
                        5_000,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(3_001)))
                        .top())
                .extracting(Suspicion::line)
                .containsExactly(
                        "0.001 s @9F86D081 Runtime.evaluate was not answered; it was sent 3 s before the failure",
                        "0.001 s @9F86D081 POST http://a.test/pay had not ended 3 s later, at the failure");
    }

    @Test
    void does_not_count_what_was_said_after_the_failure() {
        var conversation = new Conversation()
                .command(1, PAGE, 1, "Page.captureScreenshot", "{}")
                .failure(10, PAGE, 1, "{\"message\":\"in time\"}")
                .command(11, PAGE, 2, "Page.captureScreenshot", "{}")
                .failure(12, PAGE, 2, "{\"message\":\"too late\"}")
                .event(13, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"late\"}}");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(10)))
                        .top())
                .extracting(Suspicion::line)
                .containsExactly("0.010 s @9F86D081 Page.captureScreenshot failed: in time");
    }

    @Test
    void says_which_message_each_is_about() {
        var conversation = request(new Conversation().raw(0, "{}"), "http://a.test/pay")
                .event(5, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}")
                .event(6, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}")
                .event(7, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}")
                .command(8, PAGE, 1, "Runtime.evaluate", "{}");

        assertThat(in(conversation).top())
                .extracting(Suspicion::kind, Suspicion::sequence)
                .containsExactly(
                        tuple(Suspicion.Kind.EXCEPTION, 3L),
                        tuple(Suspicion.Kind.UNANSWERED, 5L),
                        tuple(Suspicion.Kind.REQUEST_FAILED, 1L));
    }

    @Test
    void tells_a_failed_assertion_of_the_console() {
        assertThat(lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Runtime.consoleAPICalled",
                                "{\"type\":\"assert\",\"args\":[{\"type\":\"string\",\"value\":\"no\"}]}")))
                .containsExactly("0.001 s @9F86D081 console.assert: Assertion failed: no");
    }

    @Test
    void ranks_by_how_much_it_tells_and_then_by_time() {
        var kinds = in(new Conversation()
                        .event(1, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"x\"}}")
                        .event(2, PAGE, "Runtime.consoleAPICalled", "{\"type\":\"error\",\"args\":[]}")
                        .event(3, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"second\"}}")
                        .event(2, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"first\"}}")
                        .event(4, PAGE, "Inspector.targetCrashed", "{}")
                        .event(5, PAGE, "Page.javascriptDialogOpening", "{}"))
                .top();

        assertThat(kinds)
                .extracting(Suspicion::kind)
                .containsExactly(
                        Suspicion.Kind.CRASH,
                        Suspicion.Kind.EXCEPTION,
                        Suspicion.Kind.EXCEPTION,
                        Suspicion.Kind.DIALOG,
                        Suspicion.Kind.CONSOLE_ERROR);
        assertThat(kinds.get(1).sentence()).isEqualTo("Uncaught first");
    }

    @Test
    void counts_what_is_said_again_and_what_is_not_shown() {
        var conversation = new Conversation();
        for (int i = 0; i < 50; i++) {
            conversation.event(i, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"again\"}}");
        }
        for (int i = 0; i < 2_000; i++) {
            conversation.event(
                    i, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"%d\"}}".formatted(i));
        }
        var suspicions = in(conversation);

        assertThat(suspicions.top()).hasSize(5);
        assertThat(suspicions.top().get(0).line()).isEqualTo("0.000 s @9F86D081 Uncaught again (50 times)");
        assertThat(suspicions.total()).isEqualTo(2_050);
        assertThat(suspicions.more()).isEqualTo(1_996);
    }

    @Test
    void survives_messages_of_unexpected_shape() {
        for (var params : List.of(
                "[]", "null", "7", "\"x\"", "{\"entry\":7}", "{\"args\":{}}", "{\"response\":{\"status\":\"x\"}}")) {
            for (var method : List.of(
                    "Log.entryAdded",
                    "Runtime.consoleAPICalled",
                    "Runtime.exceptionThrown",
                    "Network.requestWillBeSent",
                    "Network.responseReceived",
                    "Network.loadingFailed",
                    "Network.webSocketCreated",
                    "Network.webSocketFrameReceived",
                    "Network.webSocketFrameError",
                    "Network.webSocketClosed",
                    "Fetch.requestPaused",
                    "Page.javascriptDialogOpening",
                    "Target.attachedToTarget",
                    "Target.detachedFromTarget",
                    "Inspector.detached")) {
                assertThat(in(new Conversation().event(1, PAGE, method, params)).total())
                        .isLessThanOrEqualTo(1);
            }
            assertThat(in(new Conversation()
                                    .command(1, PAGE, 1, "Page.navigate", params)
                                    .failure(2, PAGE, 1, params))
                            .total())
                    .isEqualTo(1);
        }
    }

    @Test
    void does_not_read_a_huge_message() {
        var conversation = new Conversation()
                .event(1, PAGE, "Runtime.exceptionThrown", "{\"x\":\"" + "x".repeat(Detector.READABLE) + "\"}");

        assertThat(lines(conversation)).hasSize(1);
    }

    @Test
    void says_hostile_things_harmlessly() {
        var line = lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Page.javascriptDialogOpening",
                                "{\"type\":\"alert\",\"message\":\"\\u001b[2J\\r\\n\\u202e%s\"}"
                                        .formatted("x".repeat(1_000))))
                .get(0);

        assertThat(line.codePoints()).allMatch(SafeText::isHarmless);
        assertThat(line)
                .contains("\\u001b[2J\\r\\n\\u202exxx")
                .hasSizeLessThan(400)
                .contains("more characters)\" was still open");
    }
}
