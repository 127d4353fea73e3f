package io.github.withcdp.internal.network;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoreProbe;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Initiator;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a request is put together. */
class ExchangesTests extends ToldExchanges {
    @Test
    void joins_a_request_and_what_came_of_it() {
        sent("http://a.test/x")
                .tell("somethingNew", "{\"requestId\":\"1\"}")
                .answered(200, ",\"protocol\":\"h2\",\"remoteIPAddress\":\"[::1]\",\"remotePort\":8080")
                .finished();

        var exchange = exchange();
        assertThat(exchange.id()).isEqualTo("1");
        assertThat(exchange.session()).isEqualTo(PAGE);
        assertThat(exchange.sequence()).isZero();
        assertThat(exchange.resourceType()).isEqualTo("Fetch");
        assertThat(exchange.documentUrl()).isEqualTo("http://a.test/");
        assertThat(exchange.method()).isEqualTo("GET");
        assertThat(exchange.request().headers()).containsExactly(new Header("Accept", "*/*"));
        assertThat(exchange.request().hasBody()).isFalse();
        var response = exchange.response().orElseThrow();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.protocol()).isEqualTo("h2");
        assertThat(response.remoteAddress()).isEqualTo("[::1]:8080");
        assertThat(response.source()).isEqualTo(Source.NETWORK);
        assertThat(response.body()).isEmpty();
        assertThat(exchange.encodedBytes()).isEqualTo(300);
        assertThat(exchange.finished()).isTrue();
        assertThat(exchange.hasFailed()).isFalse();
        assertThat(exchange.timing().started()).isEqualTo(Duration.ofMillis(10));
        assertThat(exchange.timing().responded()).contains(Duration.ofMillis(30));
        assertThat(exchange.took()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void lists_in_the_order_in_which_they_began_whatever_was_told_first() {
        sentHeaders("{\"X\":\"1\"}")
                .tell("requestWillBeSent", "{\"requestId\":\"2\",\"request\":{\"url\":\"http://a.test/2\"}}")
                .sent("http://a.test/1");

        assertThat(exchanges()).extracting(Exchange::id).containsExactly("2", "1");
    }

    @Test
    void tells_what_has_not_ended() {
        sent("http://a.test/x").answered(200, ",\"encodedDataLength\":100");
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":9,\"encodedDataLength\":7}");

        assertThat(exchange().finished()).isFalse();
        assertThat(exchange().encodedBytes()).isEqualTo(107);
        assertThat(exchange().timing().ended()).isEqualTo(Duration.ofMillis(30));
    }

    private long contentBytes() {
        return exchange().response().orElseThrow().contentBytes();
    }

    @Test
    void tells_how_long_the_content_is_and_not_how_much_came_over_the_network() {
        sent("http://a.test/x").answered(200, ",\"encodedDataLength\":100");
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":50000,\"encodedDataLength\":70}");
        assertThat(contentBytes()).as("more may come").isEqualTo(-1);

        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":7,\"encodedDataLength\":0}")
                .finished();
        assertThat(contentBytes()).isEqualTo(50_007);
    }

    @Test
    void knows_an_empty_content_from_one_of_which_nothing_was_told() {
        sent("http://a.test/x")
                .redirected(302, "http://a.test/y", true)
                .answered(204, ",\"encodedDataLength\":300")
                .finished();
        assertThat(contentBytes()).isZero();
        assertThat(exchange().redirects().get(0).response().orElseThrow().contentBytes())
                .isZero();

        sent("http://a.test/z").answered(200, ",\"encodedDataLength\":299").finished();
        assertThat(exchanges().get(1).response().orElseThrow().contentBytes()).isEqualTo(-1);
    }

    @Test
    void does_not_take_what_was_cut_off_for_the_content() {
        sent("http://a.test/x").answered(200, ",\"encodedDataLength\":100");
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":9,\"encodedDataLength\":9}");
        tell("loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_CONTENT_LENGTH_MISMATCH\"}");

        assertThat(contentBytes()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takes_headers_from_the_wire_whichever_comes_first(boolean wireFirst) {
        if (wireFirst) {
            sentHeaders("{\"Cookie\":\"a=1\"}").receivedHeaders(200, "{\"Set-Cookie\":\"a=1\\nb=2\"}");
        }
        sent("http://a.test/x").answered(200, "");
        if (!wireFirst) {
            sentHeaders("{\"Cookie\":\"a=1\"}").receivedHeaders(200, "{\"Set-Cookie\":\"a=1\\nb=2\"}");
        }

        assertThat(exchange().request().headers()).containsExactly(new Header("Cookie", "a=1"));
        assertThat(headers(exchange())).containsExactly("Set-Cookie: a=1", "Set-Cookie: b=2");
        assertThat(exchange().response().orElseThrow().header("SET-COOKIE")).contains("a=1");
    }

    @Test
    void gives_each_of_a_chain_its_own_headers() {
        sent("http://a.test/1")
                .sentHeaders("{\"N\":\"1\"}")
                .receivedHeaders(302, "{\"N\":\"1\"}")
                .sentHeaders("{\"N\":\"2\"}")
                .redirected(302, "http://a.test/2", true)
                .redirected(307, "http://a.test/3", true)
                .receivedHeaders(307, "{\"N\":\"2\"}")
                .sentHeaders("{\"N\":\"3\"}")
                .answered(200, "")
                .receivedHeaders(200, "{\"N\":\"3\"}")
                .finished();

        var exchange = exchange();
        assertThat(exchange.url()).isEqualTo("http://a.test/3");
        assertThat(exchange.redirects())
                .extracting(Exchange::url)
                .containsExactly("http://a.test/1", "http://a.test/2");
        assertThat(exchange.redirects()).extracting(Exchange::status).containsExactly(302, 307);
        assertThat(exchange.redirects()).extracting(Exchange::encodedBytes).containsOnly(183L);
        assertThat(exchange.redirects()).allMatch(Exchange::finished);
        assertThat(headers(exchange.redirects().get(0))).containsExactly("N: 1");
        assertThat(headers(exchange.redirects().get(1))).containsExactly("N: 2");
        assertThat(headers(exchange)).containsExactly("N: 3");
        assertThat(exchange.request().headers()).containsExactly(new Header("N", "3"));
    }

    @Test
    void knows_that_a_redirect_from_the_cache_was_not_on_the_wire() {
        sent("http://a.test/1")
                .redirected(301, "http://a.test/2", false)
                .sentHeaders("{\"N\":\"2\"}")
                .receivedHeaders(200, "{\"N\":\"2\"}")
                .answered(200, "");

        assertThat(headers(exchange().redirects().get(0))).containsExactly("Location: http://a.test/2");
        assertThat(headers(exchange())).containsExactly("N: 2");
    }

    @Test
    void takes_the_headers_of_the_last_of_several_round_trips() {
        sent("http://a.test/x")
                .sentHeaders("{\"N\":\"1\"}")
                .receivedHeaders(401, "{\"N\":\"1\"}")
                .sentHeaders("{\"N\":\"2\"}")
                .receivedHeaders(200, "{\"N\":\"2\"}")
                .answered(200, "");

        assertThat(headers(exchange())).containsExactly("N: 2");
        assertThat(exchange().request().headers()).containsExactly(new Header("N", "2"));
    }

    @Test
    void tells_what_the_wire_said_when_it_was_not_modified() {
        sent("http://a.test/x")
                .sentHeaders("{\"If-None-Match\":\"7\"}")
                .tell(
                        "responseReceivedExtraInfo",
                        "{\"requestId\":\"1\",\"statusCode\":304,\"headers\":{\"Date\":\"today\"},\"headersText\":\"HTTP/1.1 304 Not Modified\\r\\nDate: today\\r\\n\\r\\n\"}")
                .answered(200, ",\"statusText\":\"OK\"");

        var response = exchange().response().orElseThrow();
        assertThat(response.status()).isEqualTo(304);
        assertThat(response.statusText()).isEqualTo("Not Modified");
        assertThat(response.source()).isEqualTo(Source.REVALIDATED);
        assertThat(response.mimeType()).isEqualTo("text/plain");
        assertThat(headers(exchange())).containsExactly("Date: today");
        assertThat(exchange().hasFailed()).isFalse();
        assertThat(exchange().request().header("if-none-match")).contains("7");
    }

    @Test
    void tells_a_redirect_that_was_not_modified_and_where_it_led() {
        sent("http://a.test/1")
                .receivedHeaders(304, "{\"N\":\"1\"}")
                .redirected(301, "http://a.test/2", true)
                .receivedHeaders(200, "{\"N\":\"2\"}")
                .answered(200, "");

        assertThat(exchange().redirects()).extracting(Exchange::status).containsExactly(304);
        assertThat(exchange().status()).isEqualTo(200);
        assertThat(headers(exchange())).containsExactly("N: 2");
    }

    @Test
    void does_not_mix_an_answer_that_Fetch_has_made_with_that_on_the_wire() {
        sent("http://a.test/x").receivedHeaders(200, "{\"N\":\"1\"}").answered(503, "");

        assertThat(exchange().status()).isEqualTo(503);
        assertThat(headers(exchange())).containsExactly("content-type: text/plain");
    }

    @Test
    void tells_what_was_said_of_a_status_that_the_page_asked_for() {
        sent("http://a.test/x").receivedHeaders(304, "{\"N\":\"1\"}").answered(304, "");

        assertThat(exchange().response().orElseThrow().source()).isEqualTo(Source.NETWORK);
    }

    @Test
    void measures_phases() {
        sent("https://a.test/x").answered(200, """
                        ,"timing":{"requestTime":100.25,"proxyStart":-1,"dnsStart":10,"dnsEnd":12,"connectStart":12,"connectEnd":20,
                         "sslStart":14,"sslEnd":19.5,"sendStart":21,"sendEnd":22,"receiveHeadersStart":72,"receiveHeadersEnd":73}""").finished();

        var timing = exchange().timing();
        assertThat(timing.blocked()).contains(Duration.ofMillis(260));
        assertThat(timing.dns()).contains(Duration.ofMillis(2));
        assertThat(timing.connect()).contains(Duration.ofMillis(8));
        assertThat(timing.ssl()).contains(Duration.ofNanos(5_500_000));
        assertThat(timing.send()).contains(Duration.ofMillis(1));
        assertThat(timing.waiting()).contains(Duration.ofMillis(50));
        assertThat(timing.receive()).contains(Duration.ofMillis(1178));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "{\"requestTime\":1e400,\"sendStart\":-1e300,\"sendEnd\":1e300,\"receiveHeadersEnd\":1e308}",
                "{\"requestTime\":100,\"dnsStart\":-1,\"connectStart\":-1,\"sendStart\":-1,\"sendEnd\":-1}"
            })
    void measures_nothing_absurd(String timing) {
        sent("http://a.test/x").answered(200, ",\"timing\":" + timing).finished();

        assertThat(exchange().timing().send()).isEmpty();
        assertThat(exchange().timing().waiting()).isEmpty();
    }

    @Test
    void tells_who_asked_through_asynchronous_calls() {
        tell("requestWillBeSent", """
                {"requestId":"1","request":{"url":"http://a.test/x"},"initiator":{"type":"script","stack":{
                  "callFrames":[{"functionName":"load","url":"","lineNumber":0,"columnNumber":4},
                                {"functionName":"","url":"http://a.test/app.js","lineNumber":11,"columnNumber":6}],
                  "parent":{"description":"await","callFrames":[{"functionName":"start","url":"http://a.test/main.js","lineNumber":0,"columnNumber":0}]}}}}""");

        assertThat(exchange().initiator())
                .isEqualTo(
                        new Initiator(
                                "script",
                                "http://a.test/app.js",
                                12,
                                "load (:1:5)\n(anonymous) (http://a.test/app.js:12:7)\nawait (async)\nstart (http://a.test/main.js:1:1)"));
    }

    @Test
    void bounds_stacks() {
        var frame = "{\"functionName\":\"f\",\"url\":\"u\",\"lineNumber\":1,\"columnNumber\":1}";
        var frames = String.join(",", java.util.Collections.nCopies(1_000, frame));
        tell(
                "requestWillBeSent",
                "{\"requestId\":\"1\",\"request\":{\"url\":\"x\"},\"initiator\":{\"type\":\"script\",\"stack\":{\"callFrames\":[%s]}}}"
                        .formatted(frames));

        assertThat(exchange().initiator().stack().lines()).hasSize(51).endsWith("…");
    }

    @Test
    void says_of_a_redirected_request_who_asked_for_the_first() {
        tell(
                        "requestWillBeSent",
                        "{\"requestId\":\"1\",\"request\":{\"url\":\"http://a.test/1\"},\"initiator\":{\"type\":\"parser\",\"url\":\"http://a.test/\",\"lineNumber\":3}}")
                .redirected(302, "http://a.test/2", true);

        assertThat(exchange().initiator()).isEqualTo(new Initiator("parser", "http://a.test/", 4, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "fromDiskCache, DISK_CACHE",
        "fromServiceWorker, SERVICE_WORKER",
        "fromPrefetchCache, PREFETCH_CACHE",
        "other, NETWORK"
    })
    void tells_where_a_response_came_from(String flag, Source source) {
        sent("http://a.test/x").answered(200, ",\"%s\":true".formatted(flag));

        assertThat(exchange().response().orElseThrow().source()).isEqualTo(source);
    }

    @Test
    void tells_what_the_page_had_in_memory() {
        sent("http://a.test/x")
                .tell("requestServedFromCache", "{\"requestId\":\"1\"}")
                .answered(200, "");

        assertThat(exchange().response().orElseThrow().source()).isEqualTo(Source.MEMORY_CACHE);
    }

    @Test
    void tells_a_failure_and_nothing_of_what_is_shown_instead() {
        sent("http://a.test/x")
                .tell(
                        "loadingFailed",
                        "{\"requestId\":\"1\",\"type\":\"Document\",\"errorText\":\"net::ERR_FAILED\",\"canceled\":false,\"blockedReason\":\"csp\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}}")
                .tell("dataReceived", "{\"requestId\":\"1\",\"encodedDataLength\":9}")
                .finished();

        var exchange = exchange();
        assertThat(exchange.failure())
                .contains(new Exchange.Failure("net::ERR_FAILED", false, "csp", "MissingAllowOriginHeader"));
        assertThat(exchange.hasFailed()).isTrue();
        assertThat(exchange.finished()).isTrue();
        assertThat(exchange.resourceType()).isEqualTo("Document");
        assertThat(exchange.encodedBytes()).isEqualTo(-1);
        assertThat(exchange.timing().ended()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void does_not_call_it_a_failure_if_it_was_cancelled() {
        sent("http://a.test/x")
                .tell("loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}");

        assertThat(exchange().hasFailed()).isFalse();
        assertThat(exchange().finished()).isTrue();
    }

    @Test
    void tells_what_is_known_of_a_request_whose_begin_is_missing() {
        answered(404, "").finished();
        tell("loadingFinished", "{\"requestId\":\"2\"}").receivedHeaders(404, "{}");

        assertThat(exchange().url()).isEqualTo("http://a.test/x");
        assertThat(exchange().method()).isEmpty();
        assertThat(exchange().status()).isEqualTo(404);
    }

    @Test
    void takes_one_of_the_same_id_for_another_when_the_first_has_ended() {
        sent("http://a.test/1").answered(200, "").finished();
        sent("http://a.test/2").answered(404, "");

        assertThat(exchanges()).extracting(Exchange::url).containsExactly("http://a.test/1", "http://a.test/2");
        assertThat(exchanges()).extracting(Exchange::status).containsExactly(200, 404);
    }

    @Test
    void tells_the_frames_of_a_WebSocket() {
        tell("webSocketCreated", "{\"requestId\":\"1\",\"url\":\"ws://a.test/\",\"initiator\":{\"type\":\"script\"}}")
                .tell(
                        "webSocketWillSendHandshakeRequest",
                        "{\"requestId\":\"1\",\"request\":{\"headers\":{\"Upgrade\":\"websocket\"}}}")
                .tell(
                        "webSocketHandshakeResponseReceived",
                        "{\"requestId\":\"1\",\"response\":{\"status\":101,\"statusText\":\"Switching Protocols\",\"headers\":{\"A\":\"b\"}}}")
                .tell("webSocketFrameSent", "{\"requestId\":\"1\",\"response\":{\"opcode\":1,\"payloadData\":\"hi\"}}")
                .tell(
                        "webSocketFrameReceived",
                        "{\"requestId\":\"1\",\"response\":{\"opcode\":2,\"payloadData\":\"AQI=\"}}")
                .tell(
                        "webSocketFrameReceived",
                        "{\"requestId\":\"1\",\"response\":{\"opcode\":8,\"payloadData\":\"\"}}")
                .tell("webSocketClosed", "{\"requestId\":\"1\"}");

        var socket = exchange();
        assertThat(socket.resourceType()).isEqualTo("WebSocket");
        assertThat(socket.status()).isEqualTo(101);
        assertThat(socket.request().headers()).containsExactly(new Header("Upgrade", "websocket"));
        assertThat(socket.frames())
                .extracting(Frame::direction, Frame::kind, Frame::payload)
                .containsExactly(
                        tuple(Direction.SENT, "text", "hi"),
                        tuple(Direction.RECEIVED, "binary", "AQI="),
                        tuple(Direction.RECEIVED, "close", ""));
        assertThat(socket.frames().get(0).elapsed()).isEqualTo(Duration.ofMillis(40));
        assertThat(socket.finished()).isTrue();
        assertThat(socket.hasFailed()).isFalse();
    }

    @Test
    void tells_why_a_WebSocket_failed() {
        tell("webSocketCreated", "{\"requestId\":\"1\",\"url\":\"ws://a.test/\"}")
                .tell("webSocketFrameError", "{\"requestId\":\"1\",\"errorMessage\":\"refused\"}")
                .tell("webSocketClosed", "{\"requestId\":\"1\"}");

        assertThat(exchange().hasFailed()).isTrue();
        assertThat(exchange().failure().orElseThrow().errorText()).isEqualTo("refused");
    }

    @Test
    void tells_the_events_of_an_EventSource() {
        sent("http://a.test/x")
                .answered(200, "")
                .tell("eventSourceMessageReceived", "{\"requestId\":\"1\",\"eventName\":\"news\",\"data\":\"one\"}");

        assertThat(exchange().frames())
                .extracting(Frame::direction, Frame::kind, Frame::payload)
                .containsExactly(tuple(Direction.RECEIVED, "news", "one"));
    }

    @Test
    void tells_a_WebTransport() {
        tell("webTransportCreated", "{\"transportId\":\"t\",\"url\":\"https://a.test/\"}")
                .tell("webTransportClosed", "{\"transportId\":\"t\"}");

        assertThat(exchange().method()).isEqualTo("CONNECT");
        assertThat(exchange().resourceType()).isEqualTo("WebTransport");
        assertThat(exchange().finished()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test/favicon.ico, true",
        "https://a.test:8080/favicon.ico?v=1#x, true",
        "http://a.test/img/favicon.ico, false",
        "http://a.test/?x=/favicon.ico, false",
        "http://a.test?/favicon.ico, false",
        "http://a.test/favicon.icon, false",
        "/favicon.ico, false"
    })
    void knows_the_request_that_the_browser_makes_by_itself(String url, boolean favicon) {
        sent(url);

        assertThat(exchange().isFavicon()).isEqualTo(favicon);
    }

    @Test
    void survives_messages_of_unexpected_shape() {
        for (var event : List.of(
                "requestWillBeSent",
                "requestWillBeSentExtraInfo",
                "responseReceived",
                "responseReceivedExtraInfo",
                "requestServedFromCache",
                "dataReceived",
                "webSocketCreated",
                "webSocketHandshakeResponseReceived",
                "webSocketFrameSent",
                "webSocketClosed",
                "eventSourceMessageReceived",
                "loadingFailed",
                "loadingFinished")) {
            for (var params : List.of(
                    "[]",
                    "null",
                    "7",
                    "\"x\"",
                    "{\"requestId\":{}}",
                    "{\"requestId\":\"1\",\"request\":7,\"response\":[],\"redirectResponse\":{\"headers\":7},\"initiator\":[]}",
                    "{\"requestId\":\"1\",\"request\":{\"headers\":[1],\"postDataEntries\":7},\"response\":{\"status\":\"x\",\"headers\":{\"a\":[]}}}")) {
                tell(event, params);
            }
        }
        conversation
                .sent(PAGE, "Network.getResponseBody", 7)
                .answer(PAGE, "Network.getResponseBody", 8)
                .received(PAGE, "Network.getResponseBody", 7, "what?")
                .event(PAGE, "Fetch.requestPaused", "[]");

        assertThat(exchanges()).isNotEmpty();
    }

    @Test
    void bounds_what_hostile_pages_make_it_keep() {
        var url = "data:text/plain," + "x".repeat(1_000_000);
        for (int i = 0; i < 600; i++) {
            tell(
                    "requestWillBeSent",
                    "{\"requestId\":\"%d\",\"request\":{\"url\":\"%s\"}}"
                            .formatted(i, i < 2 ? url : url.substring(0, 65_536)));
        }
        var exchanges = exchanges();

        assertThat(exchanges.get(1).url()).hasSizeLessThan(66_000).endsWith("… (934,416 more characters)");
        assertThat(exchanges.get(599).url()).hasSizeLessThan(1_100).endsWith(" more characters)");
    }

    @Test
    void reads_nothing_from_disk_but_what_tells_of_requests() {
        var store = new PageStore(8 * 1024, 64L << 20, TestConversation.tmp());
        try (var large = TestConversation.with(store)) {
            large.event(PAGE, "Network.loadingFinished", "{\"requestId\":\"1\"}");
            for (int i = 0; i < 1_000; i++) {
                large.event(PAGE, "DOM.attributeModified", "{\"nodeId\":1}");
            }
            StoreProbe.settle(store);
            large.recording().console();
            assertThat(StoreProbe.pagesRead(store)).isZero();

            large.recording().exchanges();
            assertThat(StoreProbe.pagesRead(store)).isBetween(1L, 4L);
        }
    }
}
