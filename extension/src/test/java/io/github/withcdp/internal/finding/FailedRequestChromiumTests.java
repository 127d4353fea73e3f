package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Chromium tells of requests that fail. */
@WithCDP
@Timeout(180)
class FailedRequestChromiumTests {

    @AutoClose
    private final StubSite site = new StubSite();

    @BeforeEach
    void open(CDPSession page) {
        page.navigate(site.url("/"));
    }

    private void assertFails(CDPSession page, Recording recording, String url, String options, String sentence) {
        page.evaluate("fetch('%s', %s).then(answer => answer.text()).catch(() => {})".formatted(url, options));

        site.assertFinds(page, recording, sentence);
    }

    @Test
    void it_keeps_an_answer_without_the_header_from_another_origin(CDPSession page, Recording recording) {
        assertFails(
                page,
                recording,
                site.otherSite("/prices"),
                "{}",
                "GET http://localhost:PORT/prices was answered with 200 OK, but CORS keeps the answer from the page http://127.0.0.1:PORT: the answer has no Access-Control-Allow-Origin (MissingAllowOriginHeader)");
    }

    @Test
    void it_keeps_an_answer_for_another_origin(CDPSession page, Recording recording) {
        site.on("/prices", 200, "text/plain", "1", "Access-Control-Allow-Origin", "http://shop.test");

        assertFails(
                page,
                recording,
                site.otherSite("/prices"),
                "{}",
                "GET http://localhost:PORT/prices was answered with 200 OK, but CORS keeps the answer from the page http://127.0.0.1:PORT: the answer has Access-Control-Allow-Origin: http://shop.test, and not http://127.0.0.1:PORT (AllowOriginMismatch)");
    }

    @Test
    void it_does_not_send_what_the_preflight_was_refused(CDPSession page, Recording recording) {
        site.on("/prices", 404, "text/plain", "", "Access-Control-Allow-Origin", "*");

        assertFails(
                page,
                recording,
                site.otherSite("/prices"),
                "{method: 'PUT', body: '1'}",
                "PUT http://localhost:PORT/prices was not sent, because CORS forbids it to the page http://127.0.0.1:PORT: its preflight (OPTIONS) was answered with 404, and 2xx is needed (PreflightInvalidStatus)");
    }

    @Test
    void it_does_not_send_a_header_that_the_preflight_does_not_name(CDPSession page, Recording recording) {
        site.on("/prices", 200, "text/plain", "", "Access-Control-Allow-Origin", "*");

        assertFails(
                page,
                recording,
                site.otherSite("/prices"),
                "{headers: {'X-Cart': '7'}}",
                "GET http://localhost:PORT/prices was not sent, because CORS forbids it to the page http://127.0.0.1:PORT: Access-Control-Allow-Headers in the answer to its preflight (OPTIONS) does not name x-cart (HeaderDisallowedByPreflightResponse)");
    }

    @Test
    void it_blocks_what_the_server_keeps_for_its_own_pages(CDPSession page, Recording recording) {
        site.on("/x.js", 200, "text/javascript", "1", "Cross-Origin-Resource-Policy", "same-origin");

        assertFails(
                page,
                recording,
                site.otherSite("/x.js"),
                "{mode: 'no-cors'}",
                "GET http://localhost:PORT/x.js was answered with 200 OK, but the answer was blocked by its Cross-Origin-Resource-Policy: same-origin, as the page http://127.0.0.1:PORT is another origin (corp-not-same-origin)");
    }

    @Test
    void it_blocks_an_image_that_is_HTML_of_another_origin(CDPSession page, Recording recording) {
        page.evaluate("""
                new Promise(done => {
                  const image = new Image();
                  image.onerror = done;
                  image.src = '%s';
                })""".formatted(site.otherSite("/picture")));

        site.assertFinds(
                page,
                recording,
                "GET http://localhost:PORT/picture was answered with 200 OK, then failed: Opaque Response Blocking, as the answer of another origin is not of the type that the page loads (net::ERR_BLOCKED_BY_ORB)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Frame-Options | SAMEORIGIN | X-Frame-Options: SAMEORIGIN, which does not allow the page http://127.0.0.1:PORT to show it in a frame",
                "X-Frame-Options | DENY | X-Frame-Options: DENY, which allows no page to show it in a frame",
                "Content-Security-Policy | default-src *; frame-ancestors 'self' | Content-Security-Policy: frame-ancestors 'self', which does not allow the page http://127.0.0.1:PORT to show it in a frame"
            })
    void it_shows_no_frame_that_does_not_want_to_be_one(
            String header, String value, String words, CDPSession page, Recording recording) {
        site.on("/map", 200, "text/html", "<title>map</title>", header, value)
                .on("/contact", 200, "text/html", "<iframe src='%s'></iframe>".formatted(site.otherSite("/map")));
        page.navigate(site.url("/contact"));

        // The session of the frame is set up while the page has gone on.
        assertThat(site.awaitFindings(page, recording, found -> isLogged(recording) && found.size() == 1))
                .containsExactly(
                        "page /contact: GET http://localhost:PORT/map was answered with 200 OK, but the answer was blocked by its %s, asked for at http://127.0.0.1:PORT/contact:1"
                                .formatted(words));
    }

    private static boolean isLogged(Recording recording) {
        return recording.console().stream().anyMatch(message -> message.source() == ConsoleMessage.Source.LOG);
    }

    @Test
    void it_reaches_nobody(CDPSession page, Recording recording) {
        assertFails(
                page,
                recording,
                "http://127.0.0.1:2/",
                "{mode: 'no-cors'}",
                "GET http://127.0.0.1:2/ failed: nothing listens at 127.0.0.1:2 (net::ERR_CONNECTION_REFUSED)");
    }

    @Test
    void it_fails_as_the_test_wants(CDPSession page, Recording recording) {
        page.on(
                "Fetch.requestPaused",
                paused -> page.send(
                        "Fetch.failRequest",
                        Map.of("requestId", paused.param("/requestId"), "errorReason", "TimedOut")));
        page.send("Fetch.enable");

        assertFails(
                page,
                recording,
                site.url("/prices"),
                "{}",
                "GET http://127.0.0.1:PORT/prices was made to fail by the test with Fetch.failRequest (net::ERR_TIMED_OUT)");
    }

    @Test
    void it_gets_no_answer(CDPSession page, Recording recording) {
        site.on("/gone", exchange -> {});

        assertFails(
                page,
                recording,
                site.url("/gone"),
                "{}",
                "GET http://127.0.0.1:PORT/gone failed: 127.0.0.1:PORT closed the connection without an answer (net::ERR_EMPTY_RESPONSE)");
    }

    @Test
    void it_tells_what_the_answer_says_and_where_the_page_asked(CDPSession page, Recording recording) {
        site.on("/pay", 422, "application/json", "{\"error\": \"card expired\"}")
                .on(
                        "/app.js",
                        200,
                        "text/javascript",
                        "async function pay() {\n  const answer = await fetch('/pay', {method: 'POST'});\n  return answer.text();\n}")
                .on(
                        "/shop",
                        200,
                        "text/html",
                        "<!doctype html><link rel=icon href=data:,><script src=/app.js></script>");
        page.navigate(site.url("/shop"));
        page.evaluate("pay()");
        var failed = recording.exchanges().stream()
                .filter(exchange -> exchange.status() == 422)
                .findFirst()
                .orElseThrow();
        page.send("Network.getResponseBody", Map.of("requestId", failed.id()));

        site.assertFinds(
                page,
                recording,
                "POST http://127.0.0.1:PORT/pay was answered with 422, asked for at http://127.0.0.1:PORT/app.js:2; it says: {\"error\": \"card expired\"}");
    }

    @Test
    void it_tells_nothing_of_requests_that_are_given_up(CDPSession page, Recording recording) {
        page.evaluate("""
                { const stop = new AbortController();
                  const gone = fetch('/never', {signal: stop.signal}).catch(() => {});
                  stop.abort();
                  gone }""");

        assertThat(site.findings(recording)).isEmpty();
    }
}
