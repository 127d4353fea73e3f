package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedRequestTests {

    private final Conversation conversation = new Conversation();

    private List<String> lines() {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top().stream()
                .map(suspicion -> suspicion.line().replaceAll(" [(][^()]*message[^()]*[)]$", ""))
                .toList();
    }

    private FailedRequestTests asked(long millis, String id, String type, String method, String url) {
        conversation.event(millis, PAGE, "Network.requestWillBeSent", """
                {"requestId":"%s","type":"%s","documentURL":"http://shop.test/cart?step=2","request":{"method":"%s","url":"%s"},\
                "initiator":{"type":"script","stack":{"callFrames":[{"functionName":"pay","url":"http://shop.test/app.js","lineNumber":11,"columnNumber":4}]}}}""".formatted(id, type, method, url));
        return this;
    }

    private FailedRequestTests answeredOnTheWire(long millis, String id, int status, String text) {
        conversation.event(
                millis,
                PAGE,
                "Network.responseReceivedExtraInfo",
                "{\"requestId\":\"%s\",\"statusCode\":%d,\"headers\":{},\"headersText\":\"HTTP/1.1 %2$d %s\\r\\n\\r\\n\"}"
                        .formatted(id, status, text));
        return this;
    }

    private FailedRequestTests failed(long millis, String id, String more) {
        conversation.event(millis, PAGE, "Network.loadingFailed", "{\"requestId\":\"%s\",%s}".formatted(id, more));
        return this;
    }

    private FailedRequestTests answered(long millis, String id, int status, String text, String type, String body) {
        conversation
                .event(
                        millis,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"%s\",\"response\":{\"status\":%d,\"statusText\":\"%s\",\"mimeType\":\"%s\",\"headers\":{}}}"
                                .formatted(id, status, text, type))
                .event(
                        millis,
                        PAGE,
                        "Network.dataReceived",
                        "{\"requestId\":\"%s\",\"dataLength\":%d}".formatted(id, body.length()))
                .event(millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id))
                .command(millis + 10, PAGE, 7, "Network.getResponseBody", "{\"requestId\":\"%s\"}".formatted(id))
                .result(
                        millis + 10,
                        PAGE,
                        7,
                        "{\"body\":\"%s\",\"base64Encoded\":false}"
                                .formatted(body.replace("\"", "\\\"").replace("\n", "\\n")));
        return this;
    }

    private static String cors(String error, String parameter) {
        return "\"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"%s\",\"failedParameter\":\"%s\"}"
                .formatted(error, parameter);
    }

    @Test
    void tells_which_header_CORS_misses_and_who_asked() {
        asked(1, "1", "Fetch", "GET", "http://api.test/prices")
                .answeredOnTheWire(2, "1", 200, "OK")
                .failed(3, "1", cors("MissingAllowOriginHeader", ""));

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 GET http://api.test/prices was answered with 200 OK, but CORS keeps the answer from the page http://shop.test: the answer has no Access-Control-Allow-Origin (MissingAllowOriginHeader), asked for at http://shop.test/app.js:12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AllowOriginMismatch | http://other.test | the answer has Access-Control-Allow-Origin: http://other.test, and not http://shop.test",
                "InvalidAllowOriginValue | | the answer has Access-Control-Allow-Origin: (empty), and not http://shop.test",
                "MultipleAllowOriginValues | a, b | the answer has several values in Access-Control-Allow-Origin (a, b), and one is allowed: http://shop.test",
                "WildcardOriginNotAllowed | * | the answer has Access-Control-Allow-Origin: *, which does not count with credentials: it has to be http://shop.test",
                "InvalidAllowCredentials | | the request has credentials, and the answer does not have Access-Control-Allow-Credentials: true",
                "DisallowedByMode | | the request has the mode same-origin, and goes to another",
                "RedirectContainsCredentials | | it was redirected to a URL that has a user name or a password",
                "SomethingNew | | Chrome says SomethingNew"
            })
    void says_what_the_answer_has_to_be_like_for_CORS(String error, String parameter, String words) {
        asked(1, "1", "Fetch", "GET", "http://api.test/prices")
                .answeredOnTheWire(2, "1", 200, "OK")
                .failed(3, "1", cors(error, parameter == null ? "" : parameter));

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("but CORS keeps the answer from the page http://shop.test: " + words + " (" + error + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PreflightInvalidStatus | | its preflight (OPTIONS) was answered with 404, and 2xx is needed",
                "PreflightMissingAllowOriginHeader | | the answer to its preflight (OPTIONS) has no Access-Control-Allow-Origin",
                "PreflightAllowOriginMismatch | null | the answer to its preflight (OPTIONS) has Access-Control-Allow-Origin: null, and not http://shop.test",
                "PreflightDisallowedRedirect | | its preflight (OPTIONS) was redirected, which is not allowed",
                "MethodDisallowedByPreflightResponse | PUT | Access-Control-Allow-Methods in the answer to its preflight (OPTIONS) does not name PUT",
                "HeaderDisallowedByPreflightResponse | x-token | Access-Control-Allow-Headers in the answer to its preflight (OPTIONS) does not name x-token"
            })
    void tells_a_preflight_with_the_request_that_was_not_sent_because_of_it(
            String error, String parameter, String words) {
        asked(1, "1", "Fetch", "PUT", "http://api.test/prices")
                .asked(1, "2", "Preflight", "OPTIONS", "http://api.test/prices")
                .answeredOnTheWire(2, "2", 404, "Not Found")
                .failed(3, "2", "\"errorText\":\"net::ERR_FAILED\"")
                .failed(3, "1", cors(error, parameter == null ? "" : parameter));

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 PUT http://api.test/prices was not sent, because CORS forbids it to the page http://shop.test: %s (%s), asked for at http://shop.test/app.js:12"
                                .formatted(words, error));
    }

    @Test
    void tells_that_a_bad_answer_lacks_the_header_for_CORS_too() {
        asked(1, "1", "Fetch", "GET", "http://api.test/prices")
                .answeredOnTheWire(2, "1", 500, "Oh no")
                .failed(3, "1", cors("MissingAllowOriginHeader", ""));

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("was answered with 500 Oh no, but CORS keeps the answer from the page http://shop.test: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csp | was blocked by the Content-Security-Policy of the page (csp)",
                "mixed-content | was blocked because the page http://shop.test is secure, and may not load what is not https (mixed-content)",
                "inspector | was blocked by DevTools (Network.setBlockedURLs or Fetch.failRequest) (inspector)",
                "integrity | was blocked because its content is not the one that the integrity attribute stands for (integrity)",
                "corp-not-same-origin | was blocked by its Cross-Origin-Resource-Policy: same-origin, as the page http://shop.test is another origin (corp-not-same-origin)",
                "brand-new | was blocked by Chrome, which says brand-new (brand-new)"
            })
    void says_what_blocked_a_request(String reason, String words) {
        asked(1, "1", "Script", "GET", "http://cdn.test/x.js")
                .failed(3, "1", "\"errorText\":\"net::ERR_FAILED\",\"blockedReason\":\"%s\"".formatted(reason));

        assertThat(lines())
                .containsExactly(
                        "0.003 s @9F86D081 GET http://cdn.test/x.js %s, asked for at http://shop.test/app.js:12"
                                .formatted(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net::ERR_CONNECTION_REFUSED | nothing listens at api.test:81 (net::ERR_CONNECTION_REFUSED)",
                "net::ERR_NAME_NOT_RESOLVED | no address is known for api.test:81 (net::ERR_NAME_NOT_RESOLVED)",
                "net::ERR_EMPTY_RESPONSE | api.test:81 closed the connection without an answer (net::ERR_EMPTY_RESPONSE)",
                "net::ERR_CERT_AUTHORITY_INVALID | Chrome trusts nobody who vouches for the certificate of api.test:81 (net::ERR_CERT_AUTHORITY_INVALID)",
                "net::ERR_FAILED | net::ERR_FAILED",
                "net::ERR_BRAND_NEW | net::ERR_BRAND_NEW"
            })
    void says_what_an_error_of_the_network_means(String error, String words) {
        asked(1, "1", "Fetch", "GET", "http://me:secret@API.test:81/x")
                .failed(3, "1", "\"errorText\":\"" + error + "\"");

        assertThat(lines()).singleElement().asString().contains(" failed: " + words + ", asked for at ");
    }

    private FailedRequestTests handled(String method) {
        conversation
                .event(2, PAGE, "Fetch.requestPaused", "{\"requestId\":\"P1\",\"networkId\":\"1\"}")
                .command(3, PAGE, 1, method, "{\"requestId\":\"P1\"}")
                .result(3, PAGE, 1, "{}");
        return this;
    }

    @Test
    void blames_nobody_for_what_the_test_let_fail() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x")
                .handled("Fetch.failRequest")
                .failed(4, "1", "\"errorText\":\"net::ERR_TIMED_OUT\"");

        assertThat(lines())
                .containsExactly(
                        "0.004 s @9F86D081 GET http://shop.test/x was made to fail by the test with Fetch.failRequest (net::ERR_TIMED_OUT), asked for at http://shop.test/app.js:12");
    }

    @Test
    void blames_nobody_for_what_the_test_answered() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x")
                .handled("Fetch.fulfillRequest")
                .answered(4, "1", 503, "Service Unavailable", "text/plain", "");

        assertThat(lines())
                .containsExactly(
                        "0.004 s @9F86D081 GET http://shop.test/x was answered with 503 Service Unavailable by the test with Fetch.fulfillRequest, asked for at http://shop.test/app.js:12");
    }

    @Test
    void what_the_test_let_go_on_is_not_its_doing() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x")
                .handled("Fetch.continueRequest")
                .failed(4, "1", "\"errorText\":\"net::ERR_TIMED_OUT\"");

        assertThat(lines()).singleElement().asString().contains("shop.test did not answer in time");
    }

    @Test
    void tells_an_answer_that_broke_off() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x")
                .answeredOnTheWire(2, "1", 200, "OK")
                .failed(3, "1", "\"errorText\":\"net::ERR_CONTENT_LENGTH_MISMATCH\"");

        assertThat(lines())
                .singleElement()
                .asString()
                .contains(
                        "was answered with 200 OK, then failed: the answer ended before its Content-Length (net::ERR_CONTENT_LENGTH_MISMATCH)");
    }

    @Test
    void tells_a_document_without_content_by_its_status_alone() {
        asked(1, "1", "Document", "GET", "http://shop.test/x")
                .answeredOnTheWire(2, "1", 502, "Bad Gateway")
                .failed(3, "1", "\"errorText\":\"net::ERR_HTTP_RESPONSE_CODE_FAILURE\"");

        assertThat(lines()).singleElement().asString().contains(" was answered with 502 Bad Gateway, asked for at ");
    }

    @Test
    void tells_what_a_bad_answer_says() {
        asked(1, "1", "Fetch", "POST", "http://shop.test/pay")
                .answered(
                        2,
                        "1",
                        422,
                        "Unprocessable Entity",
                        "application/problem+json",
                        "{\"detail\":\n \"card expired\"}");

        assertThat(lines())
                .containsExactly(
                        "0.002 s @9F86D081 POST http://shop.test/pay was answered with 422 Unprocessable Entity, asked for at http://shop.test/app.js:12; it says: {\"detail\": \"card expired\"}");
    }

    @Test
    void finds_what_an_answer_says_although_that_was_asked_for_after_the_failure() {
        asked(1, "1", "Fetch", "POST", "http://shop.test/pay").answered(2, "1", 500, "Oh", "text/plain", "no stock");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(5)))
                        .top())
                .singleElement()
                .extracting(Suspicion::sentence)
                .asString()
                .endsWith("; it says: no stock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | <html><style>p {}</style><script>if (a < b) go()</script><h1>Not here</h1>No <b>such</b> order | Not here No such order",
                "text/html | <script>never closed | ''",
                "text/html | a <b | a",
                "text/plain | Not Found | ''",
                "text/plain | 404 not found | ''",
                "image/png | PNG | ''",
                "text/javascript | alert() | ''"
            })
    void shows_text_alone_and_none_that_the_status_says_already(String type, String body, String excerpt) {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x").answered(2, "1", 404, "Not Found", type, body);

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("was answered with 404 Not Found, asked for at http://shop.test/app.js:12"
                        + (excerpt.isEmpty() ? "" : "; it says: " + excerpt));
    }

    @Test
    void cuts_and_escapes_what_an_answer_says() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x")
                .answered(2, "1", 500, "", "text/plain", "\\u001b[2J\\u202e##[error]" + "x".repeat(1_000));

        var line = lines().get(0);
        assertThat(line.codePoints()).allMatch(SafeText::isHarmless);
        assertThat(line)
                .hasSizeLessThan(500)
                .contains("\\u001b[2J\\u202e##error]xxx".replace("##error", "##\\u005berror"));
    }

    @Test
    void does_not_look_at_what_is_long() {
        asked(1, "1", "Fetch", "GET", "http://shop.test/x").answered(2, "1", 500, "", "text/plain", "x".repeat(70_000));

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith("was answered with 500, asked for at http://shop.test/app.js:12");
    }

    @Test
    void tells_requests_that_fail_alike_once_with_what_the_first_was_told() {
        for (int i = 1; i <= 3; i++) {
            asked(i, "1." + i, "Fetch", "GET", "http://shop.test/x")
                    .answered(i, "1." + i, 503, "", "text/plain", "try " + i);
        }

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top())
                .singleElement()
                .satisfies(suspicion -> {
                    assertThat(suspicion.sentence())
                            .endsWith("was answered with 503, asked for at http://shop.test/app.js:12; it says: try 1");
                    assertThat(suspicion.times()).isEqualTo(3);
                });
    }
}
