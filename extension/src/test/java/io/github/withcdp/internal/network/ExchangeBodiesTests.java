package io.github.withcdp.internal.network;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Exchange;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was posted and answered, from wherever Chrome tells of it. */
class ExchangeBodiesTests extends ToldExchanges {
    private ToldExchanges posted(String body) {
        return tell(
                "requestWillBeSent",
                "{\"requestId\":\"1\",\"request\":{\"url\":\"http://a.test/\",\"urlFragment\":\"#f\",\"method\":\"POST\"%s}}"
                        .formatted(body));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void reads_what_was_posted() {
        posted(",\"hasPostData\":true,\"postData\":\"?\",\"postDataEntries\":[{\"bytes\":\"%s\"},{\"bytes\":\"%s\"}]"
                .formatted(base64("price=€"), base64("&n=1")));

        assertThat(exchange().request().body().orElseThrow().text()).isEqualTo("price=€&n=1");
        assertThat(exchange().request().hasBody()).isTrue();
        assertThat(exchange().url()).isEqualTo("http://a.test/#f");
    }

    @Test
    void reads_a_text_that_was_posted_if_pieces_are_missing() {
        posted(",\"hasPostData\":true,\"postData\":\"a=1\",\"postDataEntries\":[{\"bytes\":\"eA==\"},{}]");

        assertThat(exchange().request().body().orElseThrow().text()).isEqualTo("a=1");
        assertThat(exchange().request().body().orElseThrow().isComplete()).isFalse();
    }

    @Test
    void reads_the_whole_of_what_was_posted_from_a_pause_of_Fetch() {
        posted(",\"hasPostData\":true,\"postData\":\"a=1\",\"postDataEntries\":[{\"bytes\":\"eA==\"},{}]");
        conversation.event(
                PAGE,
                "Fetch.requestPaused",
                "{\"requestId\":\"job\",\"networkId\":\"1\",\"request\":{\"postDataEntries\":[{\"bytes\":\"eA==\"},{\"bytes\":\"eQ==\"}]}}");

        assertThat(exchange().request().body().orElseThrow().text()).isEqualTo("xy");
        assertThat(exchange().request().body().orElseThrow().isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a=1, 3, true",
        "a=1, 4, false",
        "a=1, ?, true",
        "a=‹redacted:password:len=8:hash=0000›, 10, true",
        "a=‹redacted:password:len=8:hash=0000›, 40, false"
    })
    void knows_by_its_length_whether_a_body_is_all_that_was_posted(String text, String length, boolean complete) {
        posted(",\"hasPostData\":true").sentHeaders("{\"Content-Length\":\"%s\"}".formatted(length));
        conversation
                .sent(PAGE, "Network.getRequestPostData", 7, "{\"requestId\":\"1\"}")
                .result(PAGE, "Network.getRequestPostData", 7, "{\"postData\":\"%s\"}".formatted(text));

        assertThat(exchange().request().body().orElseThrow().isComplete()).isEqualTo(complete);
    }

    @Test
    void says_that_a_body_is_incomplete_whose_response_was_cut_off() {
        sent("http://a.test/x").answered(200, "");
        conversation
                .sent(PAGE, "Network.getResponseBody", 7, "{\"requestId\":\"1\"}")
                .result(PAGE, "Network.getResponseBody", 7, "{\"body\":\"par\",\"base64Encoded\":false}");
        assertThat(exchange().response().orElseThrow().body().orElseThrow().isComplete())
                .as("more may come")
                .isFalse();

        tell("loadingFailed", "{\"requestId\":\"1\",\"errorText\":\"net::ERR_CONTENT_LENGTH_MISMATCH\"}");
        assertThat(exchange().response().orElseThrow().body().orElseThrow().isComplete())
                .isFalse();
    }

    @Test
    void reads_what_was_posted_from_the_answer_to_a_question() {
        posted(",\"hasPostData\":true");
        assertThat(exchange().request().body()).isEmpty();
        assertThat(exchange().request().hasBody()).isTrue();

        conversation
                .sent(PAGE, "Network.getRequestPostData", 7, "{\"requestId\":\"1\"}")
                .result(PAGE, "Network.getRequestPostData", 7, "{\"postData\":\"a=1\"}");

        assertThat(exchange().request().body().orElseThrow().text()).isEqualTo("a=1");
    }

    @Test
    void reads_the_body_of_a_response() {
        sent("http://a.test/x").redirected(302, "http://a.test/y", true).answered(200, "");
        conversation
                .sent(PAGE, "Network.getResponseBody", 7, "{\"requestId\":\"1\"}")
                .result(PAGE, "Network.getResponseBody", 7, "{\"body\":\"aGk=\",\"base64Encoded\":true}")
                .sent(PAGE, "Network.getResponseBody", 8, "{\"requestId\":\"1\"}")
                .received(
                        PAGE, "Network.getResponseBody", 8, "{\"id\":8,\"error\":{\"message\":\"no \\\"result\\\"\"}}");

        assertThat(exchange().response().orElseThrow().body().orElseThrow().text())
                .isEqualTo("hi");
        assertThat(exchange().redirects().get(0).response().orElseThrow().body())
                .isEmpty();
    }

    @Test
    void reads_a_body_that_speaks_of_results_and_errors() {
        sent("http://a.test/x").answered(200, "");
        conversation
                .sent(PAGE, "Network.getResponseBody", 7, "{\"requestId\":\"1\"}")
                .result(
                        PAGE,
                        "Network.getResponseBody",
                        7,
                        "{\"body\":\"{\\\"error\\\":\\\"result\\\"}\",\"base64Encoded\":false}");

        assertThat(exchange().response().orElseThrow().body().orElseThrow().text())
                .isEqualTo("{\"error\":\"result\"}");
    }

    private Exchange.Body body(String type, long length, String answer) {
        sent("http://a.test/x");
        tell("responseReceived", """
                {"requestId":"1","hasExtraInfo":false,
                 "response":{"url":"http://a.test/x","status":200,"headers":{"Content-Type":"%s"},"encodedDataLength":10}}""".formatted(type));
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":%d}".formatted(length))
                .finished();
        conversation
                .sent(PAGE, "Network.getResponseBody", 7, "{\"requestId\":\"1\"}")
                .result(PAGE, "Network.getResponseBody", 7, answer);
        return exchange().response().orElseThrow().body().orElseThrow();
    }

    @Test
    void reads_a_body_in_the_charset_that_its_type_names() {
        var body = body("text/plain; charset=iso-8859-1", 4, "{\"body\":\"Y2Fm6Q==\",\"base64Encoded\":true}");

        assertThat(body.text()).isEqualTo("caf\u00e9");
        assertThat(body.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(body.bytes()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "4, caf\u00e9, windows-1252, what the page was given",
        "5, caf\u00c3\u00a9, windows-1252, bytes that can be read as UTF-8 too",
        "3, caf\u00e9, UTF-8, of no such length"
    })
    void finds_the_bytes_of_a_body_that_Chrome_has_read(int length, String text, String charset, String why) {
        var body = body("text/plain; charset=iso-8859-1", length, "{\"body\":\"caf\u00e9\",\"base64Encoded\":false}");

        assertThat(body.text()).as(why).isEqualTo(text);
        assertThat(body.charset()).as(why).isEqualTo(Charset.forName(charset));
        assertThat(new String(body.bytes(), body.charset())).as(why).isEqualTo(text);
    }

    @Test
    void reads_what_was_posted_in_the_charset_that_its_type_names() {
        posted(
                ",\"headers\":{\"Content-Type\":\"text/plain; charset=iso-8859-1\"},\"postData\":\"?\",\"postDataEntries\":[{\"bytes\":\"Y2Fm6Q==\"}]");

        assertThat(exchange().request().body().orElseThrow().text()).isEqualTo("caf\u00e9");
    }

    @Test
    void reads_a_body_that_Fetch_was_asked_for() {
        sent("http://a.test/x");
        conversation
                .event(PAGE, "Fetch.requestPaused", "{\"requestId\":\"job\",\"networkId\":\"1\"}")
                .sent(WORKER, "Fetch.getResponseBody", 6, "{\"requestId\":\"job\"}")
                .result(WORKER, "Fetch.getResponseBody", 6, "{\"body\":\"other\"}")
                .sent(PAGE, "Fetch.getResponseBody", 7, "{\"requestId\":\"job\"}")
                .result(PAGE, "Fetch.getResponseBody", 7, "{\"body\":\"hi\",\"base64Encoded\":false}");
        answered(200, "");

        assertThat(exchange().response().orElseThrow().body().orElseThrow().text())
                .isEqualTo("hi");
    }

    @Test
    void reads_a_body_that_was_streamed() {
        sent("http://a.test/x").answered(200, "");
        conversation.sent(PAGE, "Network.streamResourceContent", 7, "{\"requestId\":\"1\"}");
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":1}");
        conversation.result(
                PAGE, "Network.streamResourceContent", 7, "{\"bufferedData\":\"%s\"}".formatted(base64("a")));
        tell("dataReceived", "{\"requestId\":\"1\",\"dataLength\":1,\"data\":\"%s\"}".formatted(base64("b")));

        assertThat(exchange().response().orElseThrow().body().orElseThrow().text())
                .isEqualTo("ab");
        assertThat(exchange().response().orElseThrow().body().orElseThrow().isComplete())
                .isFalse();
        finished();
        assertThat(exchange().response().orElseThrow().body().orElseThrow().isComplete())
                .isTrue();
    }
}
