package io.github.withcdp.internal.network;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one session tells of the requests of another, and of those whose document or target has gone. */
class ExchangesOfSessionsTests extends ToldExchanges {
    @Test
    void takes_what_two_sessions_tell_of_the_same_for_one() {
        both(PAGE, WORKER, "requestWillBeSentExtraInfo", "{\"requestId\":\"1\",\"headers\":{\"N\":\"1\"}}");
        both(PAGE, WORKER, "requestWillBeSent", "{\"requestId\":\"1\",\"request\":{\"url\":\"http://a.test/1\"}}");
        both(
                WORKER,
                PAGE,
                "requestWillBeSent",
                "{\"requestId\":\"1\",\"request\":{\"url\":\"http://a.test/2\"},\"redirectResponse\":{\"status\":302}}");
        both(WORKER, PAGE, "responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":200}}");
        both(WORKER, PAGE, "loadingFinished", "{\"requestId\":\"1\",\"encodedDataLength\":1}");

        assertThat(exchange().redirects()).hasSize(1);
        assertThat(exchange().session()).isEqualTo(PAGE);
        assertThat(exchange().status()).isEqualTo(200);
    }

    private void both(SessionId first, SessionId second, String event, String params) {
        tell(first, event, params);
        tell(second, event, params);
    }

    @Test
    void joins_what_a_page_and_its_worker_tell() {
        sent("http://a.test/worker.js").sentHeaders("{}");
        tell(WORKER, "responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":200}}");
        tell(WORKER, "loadingFinished", "{\"requestId\":\"1\"}");

        assertThat(exchange().finished()).isTrue();
        assertThat(exchange().session()).isEqualTo(PAGE);
    }

    private List<Exchange> exchangesOf(SessionId session) {
        return conversation.recorder().recording(session::equals).exchanges();
    }

    @Test
    void tells_of_a_session_what_another_one_says_of_its_requests() {
        tell(WORKER, "requestWillBeSent", "{\"requestId\":\"0\",\"request\":{\"url\":\"http://a.test/other\"}}");
        sent("http://a.test/worker.js");
        tell(WORKER, "responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":404}}");
        tell(WORKER, "loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_FAILED\"}");
        conversation
                .sent(WORKER, "Network.getResponseBody", 7, "{\"requestId\":\"1\"}")
                .result(WORKER, "Network.getResponseBody", 7, "{\"body\":\"no\"}");

        assertThat(exchangesOf(PAGE)).hasSize(1);
        var script = exchangesOf(PAGE).get(0);
        assertThat(script.status()).isEqualTo(404);
        assertThat(script.failure().orElseThrow().errorText()).isEqualTo("net::ERR_FAILED");
        assertThat(script.response().orElseThrow().body().orElseThrow().text()).isEqualTo("no");
        assertThat(exchangesOf(WORKER))
                .as("those that began in it")
                .extracting(Exchange::url)
                .containsExactly("http://a.test/other");
    }

    @Test
    void tells_of_a_session_the_end_that_another_one_told_before_it_went() {
        sent("http://a.test/worker.js");
        tell(WORKER, "responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":404}}");
        tell(WORKER, "loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_FAILED\"}");
        gone(WORKER, "1");

        assertThat(exchangesOf(PAGE)).singleElement().satisfies(script -> {
            assertThat(script.status()).isEqualTo(404);
            assertThat(script.failure().orElseThrow().errorText()).isEqualTo("net::ERR_FAILED");
            assertThat(script.failure().orElseThrow().cancelled()).isFalse();
        });
    }

    @Test
    void takes_a_request_for_over_of_which_another_session_told_no_end_before_it_went() {
        sent("http://a.test/worker.js");
        tell(WORKER, "responseReceived", "{\"requestId\":\"1\",\"response\":{\"status\":200}}");
        gone(WORKER, "1");

        assertThat(exchangesOf(PAGE)).singleElement().satisfies(script -> {
            assertThat(script.status()).isEqualTo(200);
            assertThat(script.finished()).isTrue();
            assertThat(script.failure().orElseThrow().cancelled()).isTrue();
        });
    }

    @Test
    void tells_of_a_session_what_another_one_says_went_over_the_wire() {
        tell(WORKER, "requestWillBeSent", "{\"requestId\":\"0\",\"request\":{\"url\":\"http://a.test/first\"}}");
        sentHeaders("{\"N\":\"1\"}").receivedHeaders(304, "{\"N\":\"2\"}");
        tell(WORKER, "requestWillBeSent", "{\"requestId\":\"1\",\"request\":{\"url\":\"http://a.test/x\"}}");
        tell(WORKER, "responseReceived", "{\"requestId\":\"1\",\"hasExtraInfo\":true,\"response\":{\"status\":200}}");
        tell(WORKER, "loadingFinished", "{\"requestId\":\"1\"}");

        var exchange = exchangesOf(WORKER).get(1);
        assertThat(exchange.status()).isEqualTo(304);
        assertThat(exchange.request().header("n")).contains("1");
        assertThat(exchangesOf(PAGE)).isEmpty();
    }

    @Test
    void tells_of_a_session_that_came_later_what_it_knows() {
        tell(
                WORKER,
                "responseReceived",
                "{\"requestId\":\"1\",\"response\":{\"url\":\"http://a.test/x\",\"status\":200}}");
        tell(PAGE, "requestWillBeSent", "{\"requestId\":\"2\",\"request\":{\"url\":\"http://a.test/2\"}}");

        assertThat(exchangesOf(WORKER)).extracting(Exchange::url).containsExactly("http://a.test/x");
    }

    @Test
    void does_not_look_at_other_sessions_when_all_is_told() {
        sent("http://a.test/x")
                .receivedHeaders(200, "{}")
                .answered(200, "")
                .finished()
                .tell("webSocketCreated", "{\"requestId\":\"2\",\"url\":\"ws://a.test/\"}");

        var own = conversation.recorder().recording(PAGE::equals).messages();
        var exchanges = Exchanges.in(own, from -> {
            throw new AssertionError("looked from " + from);
        });
        assertThat(exchanges).hasSize(2);
    }

    @Test
    void tells_the_answer_on_the_wire_that_was_kept_from_the_page() {
        sent("http://a.test/x")
                .tell(
                        "responseReceivedExtraInfo",
                        "{\"requestId\":\"1\",\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain; charset=utf-8\"},\"headersText\":\"HTTP/1.1 200 OK\\r\\n\\r\\n\"}");
        assertThat(exchange().response()).as("it may still come").isEmpty();

        tell(
                "loadingFailed",
                "{\"requestId\":\"1\",\"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}}");
        var response = exchange().response().orElseThrow();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.statusText()).isEqualTo("OK");
        assertThat(response.protocol()).isEqualTo("http/1.1");
        assertThat(response.mimeType()).isEqualTo("text/plain");
        assertThat(response.contentBytes()).isEqualTo(-1);
        assertThat(exchange().hasFailed()).isTrue();
    }

    private ExchangesOfSessionsTests asked(SessionId session, String id, String loader, String frame) {
        tell(session, "requestWillBeSent", """
                {"requestId":"%s","loaderId":"%s","frameId":"%s","type":"Image","request":{"url":"http://a.test/%1$s","method":"GET"}}""".formatted(id, loader, frame));
        return this;
    }

    private ExchangesOfSessionsTests says(SessionId session, String event, String params) {
        conversation.pass(Duration.ofMillis(10)).event(session, event, params);
        return this;
    }

    private ExchangesOfSessionsTests navigated(String loader, String frame, String more) {
        return says(
                PAGE,
                "Page.frameNavigated",
                "{\"frame\":{\"id\":\"%s\",\"loaderId\":\"%s\"%s}}".formatted(frame, loader, more));
    }

    private List<String> ended() {
        return exchanges().stream().filter(Exchange::finished).map(Exchange::id).toList();
    }

    @Test
    void takes_requests_for_cancelled_whose_document_was_left() {
        asked(PAGE, "image", "L1", "F")
                .asked(PAGE, "in a frame", "L5", "G")
                .asked(PAGE, "L2", "L2", "F")
                .asked(WORKER, "of another page", "L7", "H")
                .navigated("L2", "F", "")
                .asked(PAGE, "later", "L2", "F");

        assertThat(ended()).containsExactly("image", "in a frame");
        var image = exchanges().get(0);
        assertThat(image.failure()).contains(new Exchange.Failure("", true, "", ""));
        assertThat(image.hasFailed()).isFalse();
        assertThat(image.timing().ended()).isEqualTo(Duration.ofMillis(50));
        assertThat(image).hasToString("GET http://a.test/image was cancelled");
    }

    @Test
    void leaves_the_only_page_alone_when_a_frame_in_it_navigates() {
        asked(SessionId.BROWSER, "image", "L1", "F");
        says(
                SessionId.BROWSER,
                "Page.frameNavigated",
                "{\"frame\":{\"id\":\"G\",\"loaderId\":\"L6\",\"parentId\":\"F\"}}");
        says(SessionId.BROWSER, "Target.detachedFromTarget", "{}");

        assertThat(ended()).isEmpty();
    }

    @Test
    void leaves_the_page_alone_when_a_frame_in_it_navigates() {
        asked(PAGE, "image", "L1", "F")
                .asked(PAGE, "in the frame", "L5", "G")
                .navigated("L6", "G", ",\"parentId\":\"F\"");

        assertThat(ended()).containsExactly("in the frame");
    }

    @Test
    void takes_requests_for_cancelled_whose_target_has_gone() {
        asked(PAGE, "script", "", "F").asked(PAGE, "image", "L1", "F").asked(WORKER, "fetched", "", "");

        gone(WORKER, "script");

        assertThat(ended()).containsExactly("script", "fetched");
    }

    private ExchangesOfSessionsTests gone(SessionId session, String target) {
        return says(
                PAGE,
                "Target.detachedFromTarget",
                "{\"sessionId\":\"%s\",\"targetId\":\"%s\"}".formatted(session.value(), target));
    }

    @Test
    void tells_what_the_wire_says_of_a_request_whose_document_was_left() {
        sent("http://a.test/x");
        gone(PAGE, "T");
        receivedHeaders(200, "{}");

        assertThat(exchange().status()).isEqualTo(200);
        assertThat(exchange().timing().ended()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void takes_a_request_up_again_that_goes_on_after_its_document_was_left() {
        sent("http://a.test/x");
        gone(PAGE, "T");
        answered(200, "");
        assertThat(exchange().finished()).isFalse();

        finished();
        assertThat(exchange().finished()).isTrue();
        assertThat(exchange().failure()).isEmpty();
    }

    @Test
    void tells_of_a_page_that_was_closed_that_its_requests_are_over() {
        asked(PAGE, "image", "L1", "F");
        says(
                SessionId.BROWSER,
                "Target.detachedFromTarget",
                "{\"sessionId\":\"%s\",\"targetId\":\"T\"}".formatted(PAGE.value()));

        assertThat(exchangesOf(PAGE)).singleElement().matches(Exchange::finished);
    }
}
