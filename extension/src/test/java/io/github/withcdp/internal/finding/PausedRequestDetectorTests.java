package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausedRequestDetectorTests {

    @Test
    void tells_a_request_that_a_refused_command_did_not_let_go_on() {
        assertThat(lines(paused().command(
                                6, PAGE, 1, "Fetch.fulfillRequest", "{\"requestId\":\"P1\",\"body\":\"no base64\"}")
                        .failure(7, PAGE, 1, "{\"code\":-32602,\"message\":\"Invalid parameters\"}")))
                .anyMatch(line ->
                        line.endsWith("GET http://a.test/x was paused by Fetch and never continued (message 0)"));
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
                .containsExactly(
                        "0.005 s @9F86D081 GET http://a.test/x was paused by Fetch and never continued (message 0)");
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
                .containsExactly("0.001 s @9F86D081 GET u asked Fetch for a password and got no answer (message 0)");
    }
}
