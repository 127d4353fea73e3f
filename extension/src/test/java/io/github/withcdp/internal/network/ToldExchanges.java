package io.github.withcdp.internal.network;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What Chrome tells of requests, for tests of what is made of it. */
abstract class ToldExchanges {

    static final SessionId WORKER = new SessionId("worker");

    final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    List<Exchange> exchanges() {
        var exchanges = conversation.recording().exchanges();
        assertThat(Exchanges.in(conversation.recording().messages())).hasSameSizeAs(exchanges);
        return exchanges;
    }

    Exchange exchange() {
        assertThat(exchanges()).hasSize(1);
        return exchanges().get(0);
    }

    ToldExchanges tell(String event, String params) {
        return tell(PAGE, event, params);
    }

    ToldExchanges tell(SessionId session, String event, String params) {
        conversation.pass(Duration.ofMillis(10)).event(session, "Network." + event, params);
        return this;
    }

    ToldExchanges sent(String url) {
        return tell("requestWillBeSent", """
                {"requestId":"1","documentURL":"http://a.test/","type":"Fetch","timestamp":100.0,
                 "request":{"url":"%s","method":"GET","headers":{"Accept":"*/*"}},"initiator":{"type":"other"}}""".formatted(url));
    }

    ToldExchanges redirected(int status, String url, boolean onWire) {
        return tell("requestWillBeSent", """
                {"requestId":"1","type":"Fetch","timestamp":100.5,"redirectHasExtraInfo":%s,
                 "request":{"url":"%s","method":"GET","headers":{}},"initiator":{"type":"other"},
                 "redirectResponse":{"status":%d,"statusText":"Found","headers":{"Location":"%2$s"},"encodedDataLength":183}}""".formatted(onWire, url, status));
    }

    ToldExchanges answered(int status, String more) {
        return tell("responseReceived", """
                {"requestId":"1","type":"Fetch","timestamp":101.0,"hasExtraInfo":true,
                 "response":{"url":"http://a.test/x","status":%d,"statusText":"","headers":{"content-type":"text/plain"},"mimeType":"text/plain"%s}}""".formatted(status, more));
    }

    ToldExchanges finished() {
        return tell("loadingFinished", "{\"requestId\":\"1\",\"timestamp\":101.5,\"encodedDataLength\":300}");
    }

    ToldExchanges sentHeaders(String headers) {
        return tell("requestWillBeSentExtraInfo", "{\"requestId\":\"1\",\"headers\":%s}".formatted(headers));
    }

    ToldExchanges receivedHeaders(int status, String headers) {
        return tell(
                "responseReceivedExtraInfo",
                "{\"requestId\":\"1\",\"statusCode\":%d,\"headers\":%s}".formatted(status, headers));
    }

    static List<String> headers(Exchange exchange) {
        return exchange.response().orElseThrow().headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }
}
