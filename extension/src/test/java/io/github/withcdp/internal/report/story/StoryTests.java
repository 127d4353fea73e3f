package io.github.withcdp.internal.report.story;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.network.RoundTrips;
import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.script.ConsoleMessages;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryTests {

    private final Conversation recording = new Conversation();
    private final Set<Long> byHand = new HashSet<>();
    private int id;

    private Story story(Optional<Duration> failedAt) {
        var messages = recording.messages();
        var trips = RoundTrips.of(Exchanges.in(messages));
        return Story.of(messages, trips, ConsoleMessages.in(messages), byHand, failedAt);
    }

    private List<String> told() {
        return told(Optional.empty());
    }

    private List<String> told(Optional<Duration> failedAt) {
        return story(failedAt).lines().stream().map(StoryTests::told).toList();
    }

    private static String told(StoryLine line) {
        var step = line.step();
        return String.format(
                Locale.ROOT,
                "%d %s: %s%s%s",
                step.at().toMillis(),
                step.who().title(),
                step.sentence(),
                step.bad() ? " (bad)" : "",
                line.times() == 1
                        ? ""
                        : " x" + line.times() + " to " + line.until().toMillis());
    }

    private void evaluate(long millis, String expression, String result) {
        recording
                .command(millis, PAGE, ++id, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(expression))
                .result(millis + 1, PAGE, id, result);
    }

    private void request(long millis, String id, String type, String url) {
        recording.event(
                millis,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"%s\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}"
                        .formatted(id, type, url));
    }

    private void response(long millis, String id, String details) {
        recording.event(
                millis,
                PAGE,
                "Network.responseReceived",
                "{\"requestId\":\"%s\",\"response\":{%s}}".formatted(id, details));
    }

    private void finished(long millis, String id) {
        recording.event(millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id));
    }

    @Test
    void what_somebody_sent_by_hand_is_none_of_the_test() {
        evaluate(5, "1", "{\"result\":{\"value\":1}}");
        evaluate(7, "1", "{\"result\":{\"value\":1}}");
        byHand.add(2L);

        assertThat(told()).containsExactly("5 Test: Runtime.evaluate 1 1", "7 By hand: Runtime.evaluate 1 1");
    }

    @Test
    void asking_again_and_again_is_one_line_and_what_was_before_is_there() {
        recording
                .command(5, PAGE, ++id, "Page.navigate", "{\"url\":\"http://a.test/\"}")
                .result(6, PAGE, id, "{}");
        for (int i = 0; i < 300; i++) {
            evaluate(10 + 10 * i, "total", "{\"result\":{\"type\":\"string\",\"value\":\"0.00\"}}");
        }
        evaluate(5_000, "total", "{\"result\":{\"type\":\"string\",\"value\":\"42.00\"}}");

        assertThat(told())
                .containsExactly(
                        "5 Test: Page.navigate http://a.test/",
                        "10 Test: Runtime.evaluate total \"0.00\" x300 to 3000",
                        "5000 Test: Runtime.evaluate total \"42.00\"");
        assertThat(story(Optional.empty()).left()).isZero();
    }

    @Test
    void asking_for_two_things_in_turn_is_two_lines() {
        for (int i = 0; i < 30; i++) {
            evaluate(10L * i, "a", "{\"result\":{\"type\":\"number\",\"value\":1,\"description\":\"1\"}}");
            evaluate(10L * i + 5, "b", "{\"result\":{\"type\":\"object\",\"subtype\":\"null\",\"value\":null}}");
        }

        assertThat(told())
                .containsExactly(
                        "0 Test: Runtime.evaluate a 1 x30 to 290", "5 Test: Runtime.evaluate b null x30 to 295");
    }

    @Test
    void what_assertions_send_to_know_that_all_has_come_is_no_step() {
        recording
                .command(10, PAGE, ++id, "Runtime.evaluate", "{\"silent\":true,\"expression\":\"0\"}")
                .result(11, PAGE, id, "{\"result\":{\"type\":\"number\",\"value\":0}}");
        evaluate(20, "0", "{\"result\":{\"type\":\"number\",\"value\":0}}");

        assertThat(told()).containsExactly("20 Test: Runtime.evaluate 0 0");
    }

    @Test
    void the_ids_of_objects_make_no_difference() {
        for (int i = 0; i < 3; i++) {
            evaluate(
                    10L * i,
                    "el",
                    "{\"result\":{\"type\":\"object\",\"description\":\"div\",\"objectId\":\"%d\"}}".formatted(i));
        }

        assertThat(told()).containsExactly("0 Test: Runtime.evaluate el div x3 to 20");
    }

    @Test
    void says_what_became_of_commands() {
        evaluate(
                10,
                "f()",
                "{\"result\":{\"type\":\"object\"},\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"type\":\"object\",\"subtype\":\"error\",\"description\":\"Error: no\\n    at f (http://a/:1:2)\"}}}");
        evaluate(20, "void 0", "{\"result\":{\"type\":\"undefined\"}}");
        recording
                .command(30, PAGE, ++id, "Page.navigate", "{\"url\":\"http://b.test/\"}")
                .result(31, PAGE, id, "{\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}")
                .command(40, PAGE, ++id, "Input.insertText", "{\"text\":\"x\"}")
                .failure(41, PAGE, id, "{\"code\":-32000,\"message\":\"No\"}")
                .command(50, PAGE, ++id, "Page.reload", "")
                .command(
                        60,
                        PAGE,
                        ++id,
                        "Page.handleJavaScriptDialog",
                        "{\"accept\":false,\"promptText\":\"answered by WithCDP, because no handler was there\"}")
                .result(61, PAGE, id, "{}")
                .command(70, PAGE, ++id, "Runtime.enable", "")
                .command(80, "", ++id, "Target.setAutoAttach", "{}");

        assertThat(told())
                .containsExactly(
                        "10 Test: Runtime.evaluate f() threw Error: no (bad)",
                        "20 Test: Runtime.evaluate void 0",
                        "30 Test: Page.navigate http://b.test/ net::ERR_NAME_NOT_RESOLVED (bad)",
                        "40 Test: Input.insertText {\"text\":\"x\"} failed: No [code -32000] (bad)",
                        "50 Test: Page.reload no answer (bad)",
                        "60 WithCDP: Page.handleJavaScriptDialog {\"accept\":false,\"promptText\":\"answered by WithCDP, because no handler was there\"}");
    }

    @Test
    void says_no_failure_that_is_only_a_status() {
        request(10, "1", "Script", "http://a.test/worker.js");
        response(11, "1", "\"status\":404,\"statusText\":\"Not Found\"");
        recording.event(12, PAGE, "Network.loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_FAILED\"}");
        request(20, "2", "Script", "http://a.test/cut.js");
        response(21, "2", "\"status\":200,\"statusText\":\"OK\"");
        recording.event(22, PAGE, "Network.loadingFailed", "{\"requestId\":\"2\",\"errorText\":\"net::ERR_FAILED\"}");

        assertThat(told())
                .containsExactly(
                        "11 Network: GET http://a.test/worker.js 404 Not Found (bad)",
                        "21 Network: GET http://a.test/cut.js 200 OK, net::ERR_FAILED (bad)");
    }

    @Test
    void says_what_befell_pages_and_what_they_complained_of() {
        recording
                .event(10, PAGE, "Page.loadEventFired", "{\"timestamp\":1.5}")
                .event(20, PAGE, "Page.javascriptDialogOpening", "{\"type\":\"confirm\",\"message\":\"Sure?\"}")
                .event(30, PAGE, "Runtime.consoleAPICalled", "{\"type\":\"log\",\"args\":[]}")
                .event(
                        40,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"warning\",\"args\":[{\"type\":\"string\",\"value\":\"careful\\nsecond line\"}]}")
                .event(50, PAGE, "Inspector.targetCrashed", "{}");

        assertThat(told())
                .containsExactly(
                        "10 Page: The page has loaded",
                        "20 Page: A dialog opened: confirm \"Sure?\"",
                        "40 Console: careful",
                        "50 Page: A page crashed (bad)");
    }

    @Test
    void says_where_answers_came_from_and_what_is_pending() {
        request(10, "1", "Document", "http://a.test/");
        response(15, "1", "\"status\":200,\"statusText\":\"OK\",\"fromDiskCache\":true");
        finished(16, "1");
        request(20, "2", "Fetch", "http://a.test/api");
        response(25, "2", "\"status\":200,\"statusText\":\"OK\",\"fromServiceWorker\":true");
        finished(26, "2");
        request(30, "3", "Image", "http://a.test/fine.png");
        response(31, "3", "\"status\":200");
        finished(32, "3");
        request(40, "4", "Script", "http://a.test/slow.js");
        request(50, "5", "XHR", "http://a.test/half");
        response(55, "5", "\"status\":200,\"statusText\":\"OK\"");
        request(60, "6", "Fetch", "http://a.test/missing");
        response(65, "6", "\"status\":404,\"statusText\":\"Not Found\"");
        finished(66, "6");

        assertThat(told())
                .containsExactly(
                        "15 Network: GET http://a.test/ 200 OK (from disk cache)",
                        "25 Network: GET http://a.test/api 200 OK (from service worker)",
                        "40 Network: GET http://a.test/slow.js pending",
                        "55 Network: GET http://a.test/half 200 OK, pending",
                        "65 Network: GET http://a.test/missing 404 Not Found (bad)");
    }

    @Test
    void a_body_that_nobody_read_to_its_end_is_no_failed_request() {
        request(10, "1", "Fetch", "http://a.test/saved");
        response(15, "1", "\"status\":200,\"statusText\":\"OK\"");
        cancelled(16, "1");
        request(20, "2", "Fetch", "http://a.test/typed");
        cancelled(26, "2");

        assertThat(told())
                .containsExactly(
                        "15 Network: GET http://a.test/saved 200 OK, its body was cut off",
                        "26 Network: GET http://a.test/typed cancelled");
    }

    private void cancelled(long millis, String id) {
        recording.event(
                millis,
                PAGE,
                "Network.loadingFailed",
                "{\"requestId\":\"%s\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}".formatted(id));
    }

    @Test
    void what_the_log_says_of_a_request_is_not_said_twice() {
        request(10, "1", "Fetch", "http://a.test/api");
        response(15, "1", "\"status\":503,\"statusText\":\"No\"");
        finished(16, "1");
        for (var url : List.of("http://a.test/api", "http://a.test/other")) {
            recording.event(
                    20,
                    PAGE,
                    "Log.entryAdded",
                    "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to load\",\"url\":\"%s\"}}"
                            .formatted(url));
        }

        assertThat(told())
                .containsExactly("15 Network: GET http://a.test/api 503 No (bad)", "20 Console: Failed to load (bad)");
    }

    @Test
    void what_came_after_the_failure_was_pending_at_it() {
        request(10, "1", "Fetch", "http://a.test/late");
        recording.command(20, PAGE, ++id, "Runtime.evaluate", "{\"expression\":\"busy()\"}");
        response(200, "1", "\"status\":500");
        finished(201, "1");
        recording.result(300, PAGE, id, "{\"result\":{\"type\":\"undefined\"}}");
        request(305, "2", "Fetch", "http://a.test/afterwards");
        recording.event(
                306,
                PAGE,
                "Runtime.consoleAPICalled",
                "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"afterwards\"}]}");
        evaluate(310, "afterwards", "{\"result\":{\"type\":\"undefined\"}}");

        assertThat(told(Optional.of(Duration.ofMillis(100))))
                .containsExactly(
                        "10 Network: GET http://a.test/late pending",
                        "20 Test: Runtime.evaluate busy() no answer (bad)");
    }

    private void attached(long millis, String session, String target, String opener) {
        recording.event(
                millis,
                "",
                "Target.attachedToTarget",
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\",\"type\":\"page\",\"url\":\"\"%s}}"
                        .formatted(session, target, opener.isEmpty() ? "" : ",\"openerId\":\"" + opener + "\""));
    }

    private void detached(long millis, String session) {
        recording.event(millis, "", "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(session));
    }

    @Test
    void a_window_was_opened_only_if_there_is_one() {
        attached(1, PAGE, "T1", "");
        recording.event(10, PAGE, "Page.windowOpen", "{\"url\":\"http://a.test/blocked\"}");
        recording.event(20, PAGE, "Page.windowOpen", "{\"url\":\"http://a.test/receipt\"}");
        attached(25, "POPUP", "T2", "T1");
        recording.event(30, PAGE, "Page.windowOpen", "{\"url\":\"http://a.test/late\"}");
        attached(35, "OTHER", "T3", "T9");
        attached(36, "AGAIN", "T2", "T1");

        assertThat(told())
                .containsExactly(
                        "10 Page: The page wanted to open a window: http://a.test/blocked",
                        "20 Page: The page opened a window: http://a.test/receipt",
                        "30 Page: The page wanted to open a window: http://a.test/late");
    }

    @Test
    void pages_that_go_away_are_steps_and_sessions_that_the_test_ends_are_none() {
        attached(1, PAGE, "T1", "");
        attached(2, "POPUP", "T2", "T1");
        attached(3, "SECOND", "T2", "T1");
        recording
                .command(5, "", ++id, "Target.detachFromTarget", "{\"sessionId\":\"SECOND\"}")
                .result(6, "", id, "{}");
        detached(7, "SECOND");
        detached(10, "POPUP");
        detached(20, PAGE);
        detached(30, "UNKNOWN");

        assertThat(told()).containsExactly("10 Page: The popup went away", "20 Page: The page went away");
        assertThat(story(Optional.empty()).lines().get(0).step().session()).isEqualTo(new SessionId("POPUP"));
    }

    @Test
    void what_ends_pages_is_a_step_and_that_pages_go_with_their_browser_is_none() {
        attached(1, PAGE, "T1", "");
        attached(2, "OTHER", "T2", "");
        recording
                .command(5, "", ++id, "Target.closeTarget", "{\"targetId\":\"T2\"}")
                .result(6, "", id, "{\"success\":true}");
        detached(7, "OTHER");
        recording.command(10, "", ++id, "Browser.close", "{}").result(11, "", id, "{}");
        detached(20, PAGE);

        assertThat(told())
                .containsExactly(
                        "5 Test: Target.closeTarget {\"targetId\":\"T2\"}",
                        "7 Page: The page went away",
                        "10 Test: Browser.close");
    }

    private void frame(long millis, String method, int opcode, String payload) {
        recording.event(
                millis,
                PAGE,
                "Network." + method,
                "{\"requestId\":\"W\",\"response\":{\"opcode\":%d,\"payloadData\":\"%s\"}}".formatted(opcode, payload));
    }

    @Test
    void what_a_socket_says_is_a_line_for_each_way_until_it_is_closed() {
        recording
                .event(10, PAGE, "Network.webSocketCreated", "{\"requestId\":\"W\",\"url\":\"ws://a.test/seats\"}")
                .event(
                        12,
                        PAGE,
                        "Network.webSocketHandshakeResponseReceived",
                        "{\"requestId\":\"W\",\"response\":{\"status\":101,\"statusText\":\"OK\",\"headers\":{}}}");
        frame(20, "webSocketFrameSent", 1, "hello");
        frame(30, "webSocketFrameReceived", 1, "seat 1");
        frame(31, "webSocketFrameReceived", 1, "seat 2");
        frame(32, "webSocketFrameReceived", 1, "seat 3");
        frame(40, "webSocketFrameSent", 2, "AAAA");
        frame(50, "webSocketFrameReceived", 1, "x".repeat(200));
        frame(55, "webSocketFrameSent", 9, "");
        recording.event(60, PAGE, "Network.webSocketClosed", "{\"requestId\":\"W\"}");

        assertThat(told())
                .containsExactly(
                        "12 Network: GET ws://a.test/seats 101 OK",
                        "20 Network: ws://a.test/seats sent hello … the last ping x3 to 55",
                        "30 Network: ws://a.test/seats received seat 1 … the last " + "x".repeat(80) + "… x4 to 50",
                        "60 Network: ws://a.test/seats was closed");
        assertThat(told(Optional.of(Duration.ofMillis(25))))
                .containsExactly(
                        "12 Network: GET ws://a.test/seats 101 OK", "20 Network: ws://a.test/seats sent hello");
    }

    @Test
    void redirects_are_steps() {
        request(10, "1", "Document", "http://a.test/old");
        recording.event(
                20,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"1\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/new\"},\"redirectResponse\":{\"status\":302,\"statusText\":\"Found\",\"url\":\"http://a.test/old\"}}");
        response(30, "1", "\"status\":200,\"statusText\":\"OK\"");
        finished(31, "1");

        assertThat(told())
                .containsExactly(
                        "20 Network: GET http://a.test/old 302 Found, redirected",
                        "30 Network: GET http://a.test/new 200 OK");
    }

    @Test
    void knows_whom_the_last_command_was_for() {
        evaluate(10, "a", "{}");
        recording
                .command(20, "POPUP", ++id, "Page.bringToFront", "")
                .command(30, PAGE, ++id, "Network.enable", "")
                .command(40, "", ++id, "Browser.getVersion", "");

        assertThat(story(Optional.empty()).lastSession()).contains(new SessionId("POPUP"));
        assertThat(story(Optional.of(Duration.ofMillis(15))).lastSession()).contains(new SessionId(PAGE));
        assertThat(story(Optional.of(Duration.ofMillis(5))).lastSession()).isEmpty();
    }

    @Test
    void many_different_steps_are_counted() {
        for (int i = 0; i < 1_000; i++) {
            evaluate(i, "f(%d)".formatted(i), "{}");
        }

        assertThat(told()).hasSize(24).endsWith("999 Test: Runtime.evaluate f(999)");
        assertThat(story(Optional.empty()).left()).isEqualTo(976);
    }

    @Test
    void what_is_very_long_is_cut() {
        evaluate(
                1,
                "x".repeat(200_000),
                "{\"result\":{\"type\":\"string\",\"value\":\"%s\"}}".formatted("y".repeat(200_000)));
        recording.event(
                2, PAGE, "Page.javascriptDialogOpening", "{\"message\":\"%s\"}".formatted("z".repeat(2_000_000)));

        assertThat(told()).allSatisfy(line -> assertThat(line).hasSizeLessThan(700));
    }
}
