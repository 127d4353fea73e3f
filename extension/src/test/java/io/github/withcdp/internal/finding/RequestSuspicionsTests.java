package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSuspicionsTests {

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

    @Test
    void tells_a_request_without_a_response() {
        var failed = request(new Conversation(), "http://a.test/pay")
                .event(
                        5,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\",\"canceled\":false,\"blockedReason\":\"csp\"}");

        assertThat(lines(failed))
                .containsExactly(
                        "0.005 s @9F86D081 POST http://a.test/pay was blocked by the Content-Security-Policy of the page (csp) (messages 0, 1)");
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
                        "0.005 s @9F86D081 POST http://a.test/pay was answered with 200 Said, but CORS keeps the answer from the page: the answer has no Access-Control-Allow-Origin (MissingAllowOriginHeader) (messages 0, 2)");
        assertThat(lines(request(new Conversation(), "http://a.test/worker.js")
                        .event(4, PAGE, "Network.responseReceivedExtraInfo", wire.formatted(404))
                        .event(
                                5,
                                PAGE,
                                "Network.loadingFailed",
                                "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}")))
                .containsExactly(
                        "0.005 s @9F86D081 POST http://a.test/worker.js was answered with 404 Said (messages 0, 2)");
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
                .allMatch(line -> line.equals(
                        "0.002 s @9F86D081 POST http://a.test/pay was answered with " + status + " (messages 0, 1)"));
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
}
