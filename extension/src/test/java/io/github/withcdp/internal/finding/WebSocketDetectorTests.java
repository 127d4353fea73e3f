package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketDetectorTests {

    private static List<String> lines(Conversation conversation) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top().stream()
                .map(Suspicion::line)
                .toList();
    }

    private static Conversation created(Conversation conversation, long millis, String id) {
        return conversation.event(
                millis,
                PAGE,
                "Network.webSocketCreated",
                "{\"requestId\":\"%s\",\"url\":\"ws://a.test/live\"}".formatted(id));
    }

    private static Conversation opened(Conversation conversation, long millis, String id) {
        return created(conversation, millis, id)
                .event(
                        millis + 10,
                        PAGE,
                        "Network.webSocketHandshakeResponseReceived",
                        "{\"requestId\":\"%s\",\"response\":{\"status\":101}}".formatted(id));
    }

    private static Conversation frame(
            Conversation conversation, long millis, String direction, int opcode, String payload) {
        return conversation.event(
                millis,
                PAGE,
                "Network.webSocketFrame" + direction,
                "{\"requestId\":\"1.2\",\"response\":{\"opcode\":%d,\"mask\":false,\"payloadData\":\"%s\"}}"
                        .formatted(opcode, payload));
    }

    /** What Chrome says of a socket that fails: the error, an entry of the log without the id of the request, the end. */
    private static Conversation failed(Conversation conversation, long millis, String id, String level, String error) {
        return closed(
                conversation
                        .event(
                                millis,
                                PAGE,
                                "Network.webSocketFrameError",
                                "{\"requestId\":\"%s\",\"errorMessage\":\"%s\"}".formatted(id, error))
                        .event(
                                millis,
                                PAGE,
                                "Log.entryAdded",
                                "{\"entry\":{\"source\":\"network\",\"level\":\"%s\",\"text\":\"WebSocket connection to 'ws://a.test/live' failed: %s\"}}"
                                        .formatted(level, error)),
                millis,
                id);
    }

    private static Conversation closed(Conversation conversation, long millis, String id) {
        return conversation.event(millis, PAGE, "Network.webSocketClosed", "{\"requestId\":\"%s\"}".formatted(id));
    }

    private static Conversation createdByScript() {
        return new Conversation()
                .event(
                        1,
                        PAGE,
                        "Network.webSocketCreated",
                        "{\"requestId\":\"1.2\",\"url\":\"ws://a.test/live\",\"initiator\":{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"functionName\":\"\",\"url\":\"http://a.test/app.js\",\"lineNumber\":4}]}}}");
    }

    @Test
    void tells_the_line_that_opened_one() {
        assertThat(lines(failed(
                        createdByScript(),
                        5,
                        "1.2",
                        "error",
                        "Error during WebSocket handshake: Unexpected response code: 403")))
                .containsExactly(
                        "0.005 s @9F86D081 WebSocket ws://a.test/live was refused: its handshake was answered with 403, opened at http://a.test/app.js:5 (message 1)");
        assertThat(lines(closed(
                        createdByScript()
                                .event(
                                        2,
                                        PAGE,
                                        "Network.webSocketHandshakeResponseReceived",
                                        "{\"requestId\":\"1.2\",\"response\":{\"status\":101}}"),
                        9,
                        "1.2")))
                .containsExactly(
                        "0.009 s @9F86D081 WebSocket ws://a.test/live was closed 7 ms after it opened; frames: 0 sent, 0 received; Chrome does not tell by whom; opened at http://a.test/app.js:5 (message 2)");
    }

    @Test
    void tells_a_handshake_that_was_refused_with_its_status() {
        assertThat(lines(failed(
                        created(new Conversation(), 1, "1.2"),
                        5,
                        "1.2",
                        "error",
                        "Error during WebSocket handshake: Unexpected response code: 403")))
                .containsExactly(
                        "0.005 s @9F86D081 WebSocket ws://a.test/live was refused: its handshake was answered with 403 (message 1)");
    }

    @Test
    void tells_why_a_socket_did_not_open() {
        assertThat(lines(failed(
                        created(new Conversation(), 1, "1.2"),
                        5,
                        "1.2",
                        "error",
                        "Error in connection establishment: net::ERR_CONNECTION_REFUSED")))
                .containsExactly(
                        "0.005 s @9F86D081 WebSocket ws://a.test/live did not open: Error in connection establishment: net::ERR_CONNECTION_REFUSED (message 1)");
    }

    @Test
    void tells_what_had_been_said_when_a_socket_failed() {
        var conversation = opened(new Conversation(), 1, "1.2");
        frame(conversation, 20, "Sent", 1, "hello");
        frame(conversation, 30, "Received", 2, "AQI=");
        frame(conversation, 2_006, "Received", 1, "stock: 3");

        assertThat(lines(failed(conversation, 2_011, "1.2", "error", "Invalid frame header")))
                .containsExactly(
                        "2.011 s @9F86D081 WebSocket ws://a.test/live failed: Invalid frame header, 2 s after it opened; frames: 1 sent, 2 received, the last received 5 ms before: stock: 3 (message 5)");
    }

    @Test
    void tells_sockets_of_the_same_URL_once() {
        var conversation = new Conversation();
        for (long i = 1; i <= 3; i++) {
            opened(conversation, 100 * i, "1." + i);
            failed(conversation, 120 * i, "1." + i, "error", "Invalid frame header");
        }

        assertThat(lines(conversation))
                .containsExactly(
                        "0.120 s @9F86D081 WebSocket ws://a.test/live failed: Invalid frame header, 10 ms after it opened; frames: 0 sent, 0 received (3 times, first message 2)");
    }

    @Test
    void forgives_a_socket_that_the_page_closed_before_it_was_open() {
        assertThat(lines(failed(
                        created(new Conversation(), 1, "1.2"),
                        5,
                        "1.2",
                        "warning",
                        "WebSocket is closed before the connection is established.")))
                .isEmpty();
    }

    @Test
    void forgives_a_socket_that_is_open() {
        assertThat(lines(opened(new Conversation(), 1, "1.2"))).isEmpty();
    }

    @Test
    void tells_what_had_been_said_when_a_socket_was_closed() {
        var conversation = opened(new Conversation(), 1, "1.2");
        frame(conversation, 20, "Received", 1, "hello");
        frame(conversation, 30, "Sent", 1, "reserve 12A");

        assertThat(lines(closed(conversation, 35, "1.2")))
                .containsExactly(
                        "0.035 s @9F86D081 WebSocket ws://a.test/live was closed 24 ms after it opened; frames: 1 sent, 1 received, the last sent 5 ms before: reserve 12A; Chrome does not tell by whom (message 4)");
    }

    private static Conversation closedWithScript(String body, String expression) {
        var conversation = new Conversation()
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"D\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/\"}}")
                .event(2, PAGE, "Network.responseReceived", "{\"requestId\":\"D\",\"response\":{\"status\":200}}")
                .event(3, PAGE, "Network.loadingFinished", "{\"requestId\":\"D\"}")
                .command(4, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(expression))
                .result(5, PAGE, 1, "{}");
        closed(opened(conversation, 10, "1.2"), 40, "1.2");
        return body.isEmpty()
                ? conversation
                : conversation
                        .command(50, PAGE, 2, "Network.getResponseBody", "{\"requestId\":\"D\"}")
                        .result(51, PAGE, 2, "{\"body\":\"%s\",\"base64Encoded\":false}".formatted(body));
    }

    @Test
    void tells_that_no_script_closed_a_socket() {
        assertThat(lines(closedWithScript("live.onclose = () => status.text = 'closed'", "start()")))
                .containsExactly(
                        "0.040 s @9F86D081 WebSocket ws://a.test/live was closed 20 ms after it opened; frames: 0 sent, 0 received; Chrome does not tell by whom, but no script on record closes a socket (message 7)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live.close() | start()",
                "live?.close?.() | start()",
                "live['close']() | start()",
                "live.send(1) | live.close()",
                "'' | start()"
            })
    void accuses_nobody_if_a_script_may_have_closed_a_socket(String body, String expression) {
        assertThat(lines(closedWithScript(body, expression)))
                .singleElement()
                .asString()
                .contains("; Chrome does not tell by whom (message 7)");
    }

    @Test
    void searches_no_long_script_for_what_closes_a_socket() {
        assertThat(lines(closedWithScript("x".repeat(300_000), "start()")))
                .singleElement()
                .asString()
                .contains("; Chrome does not tell by whom (message 7)");
    }

    @Test
    void forgives_a_socket_that_was_opened_again() {
        var conversation = closed(opened(new Conversation(), 1, "1.2"), 20, "1.2");

        assertThat(lines(opened(conversation, 30, "1.3"))).isEmpty();
    }

    @Test
    void forgives_a_socket_that_was_closed_with_its_document() {
        var before = closed(opened(new Conversation(), 1, "1.2"), 20, "1.2");
        var after = opened(new Conversation(), 1, "1.2");

        assertThat(lines(navigated(before, ""))).isEmpty();
        assertThat(lines(closed(navigated(after, ""), 40, "1.2"))).isEmpty();
    }

    @Test
    void tells_a_socket_that_was_closed_before_a_frame_went_elsewhere() {
        var conversation = closed(opened(new Conversation(), 1, "1.2"), 20, "1.2");

        assertThat(lines(navigated(conversation, "\"parentId\":\"F1\",")))
                .singleElement()
                .asString()
                .contains("WebSocket ws://a.test/live was closed");
    }

    @Test
    void forgives_a_socket_that_was_closed_with_its_page() {
        var conversation = closed(opened(new Conversation(), 1, "1.2"), 20, "1.2")
                .command(25, PAGE, 1, "Page.close", "{}")
                .result(26, PAGE, 1, "{}")
                .event(30, "", "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(PAGE));

        assertThat(lines(conversation)).isEmpty();
    }

    private static Conversation navigated(Conversation conversation, String parent) {
        return conversation.event(
                30,
                PAGE,
                "Page.frameNavigated",
                "{\"frame\":{%s\"id\":\"F2\",\"url\":\"http://a.test/next\"}}".formatted(parent));
    }

    @Test
    void tells_what_the_browser_logs_of_a_socket_that_is_not_on_record() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                1,
                                                PAGE,
                                                "Log.entryAdded",
                                                "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"WebSocket connection to 'ws://a.test/' failed: x\"}}")))
                .containsExactly(
                        "0.001 s @9F86D081 The browser logged: WebSocket connection to 'ws://a.test/' failed: x (message 0)");
    }
}
