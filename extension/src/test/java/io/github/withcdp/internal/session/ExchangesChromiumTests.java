package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Chromium tells of requests, in whichever sessions, is put together to exchanges. */
@Timeout(180)
class ExchangesChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @AutoClose
    private static final Site site = new Site();

    @AutoClose
    private static final EchoSocket echo = EchoSocket.open();

    private final CDPSession page = chromium.newPage();

    @BeforeEach
    void open() {
        page.navigate(site.url("/?" + page.id().value()));
    }

    private static Recording everything() {
        return chromium.recorder.recording(MessageFilter.ALL);
    }

    /** Wait for the end of a request of this test. */
    private Exchange ended(String url) throws InterruptedException {
        return awaited(exchange -> exchange.url().equals(url) && exchange.finished());
    }

    /** Wait for the end of a request, and for what it and all that led to it were on the wire, of which Chrome may tell later. */
    private Exchange endedWithHeaders(String url) throws InterruptedException {
        return awaited(exchange -> exchange.url().equals(url)
                && exchange.finished()
                && Stream.concat(exchange.redirects().stream(), Stream.of(exchange))
                        .allMatch(hop -> hop.request().header("host").isPresent()));
    }

    private Exchange awaited(Predicate<Exchange> condition) throws InterruptedException {
        long end = System.nanoTime() + ChromiumFixture.LIMIT.toNanos();
        while (true) {
            long position = chromium.recorder.position();
            var found = everything().exchanges().stream()
                    .filter(exchange -> exchange.sequence() >= begin())
                    .filter(condition)
                    .toList();
            if (!found.isEmpty()) {
                assertThat(found).as("told once").hasSize(1);
                return found.get(0);
            }
            assertThat(System.nanoTime() - end)
                    .as("still waiting for it; there are: %s", urls())
                    .isNegative();
            chromium.recorder.awaitBeyond(position, ChromiumFixture.LIMIT);
        }
    }

    private static List<String> urls() {
        return everything().exchanges().stream()
                .map(Exchange::url)
                .filter(url -> url.length() < 200)
                .toList();
    }

    private long begin() {
        return page.recording().messages().get(0).sequence();
    }

    private static List<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    @Test
    void tells_a_chain_of_redirects() throws Exception {
        page.evaluate("fetch('/first#end').then(response => response.text())");

        var exchange = endedWithHeaders(site.url("/api?redirected#end"));
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.redirects()).extracting(Exchange::status).containsExactly(302, 307);
        assertThat(exchange.redirects())
                .extracting(Exchange::url)
                .containsExactly(site.url("/first#end"), site.url("/second#end"));
        assertThat(values(exchange.redirects().get(0).response().orElseThrow().headers(), "set-cookie"))
                .containsExactly("a=1", "b=2");
        assertThat(exchange.redirects()).allSatisfy(hop -> {
            assertThat(hop.finished()).isTrue();
            assertThat(hop.timing().waiting()).isPresent();
        });
        assertThat(exchange.redirects().get(1).request().header("cookie")).contains("a=1; b=2");
        assertThat(exchange.initiator().type()).isEqualTo("script");
        assertThat(exchange.encodedBytes()).isPositive();
    }

    @Test
    void tells_headers_as_they_went_over_the_wire() throws Exception {
        page.evaluate("fetch('/api?wire', {headers: {'X-Mine': 'yes'}}).then(response => response.text())");

        var exchange = endedWithHeaders(site.url("/api?wire"));
        assertThat(exchange.request().header("x-mine")).contains("yes");
        assertThat(exchange.request().header("host")).isPresent();
        assertThat(exchange.response().orElseThrow().remoteAddress()).startsWith("127.0.0.1:");
        assertThat(exchange.response().orElseThrow().protocol()).isEqualTo("http/1.1");
        assertThat(exchange.response().orElseThrow().source()).isEqualTo(Source.NETWORK);
        assertThat(exchange.resourceType()).isEqualTo("Fetch");
        assertThat(exchange.timing().send()).isPresent();
        assertThat(exchange.timing().receive()).isPresent();
        assertThat(exchange.initiator().stack()).startsWith("(anonymous) (");
        assertThat(exchange.session()).isEqualTo(page.id());
        assertThat(exchange.hasFailed()).isFalse();
    }

    @Test
    void tells_a_missing_one_an_aborted_one_and_one_that_was_refused() throws Exception {
        page.evaluate("fetch('/missing').then(response => response.text())");
        page.evaluate(
                "{ const cancel = new AbortController(); const gone = fetch('/silent', {signal: cancel.signal}).catch(() => {}); cancel.abort(); gone }");
        page.evaluate("fetch('http://127.0.0.1:1/').catch(() => {})");

        assertThat(ended(site.url("/missing")).hasFailed()).isTrue();
        var aborted = ended(site.url("/silent"));
        assertThat(aborted.hasFailed()).isFalse();
        assertThat(aborted.failure().orElseThrow().cancelled()).isTrue();
        var refused = ended("http://127.0.0.1:1/");
        assertThat(refused.hasFailed()).isTrue();
        assertThat(refused.failure().orElseThrow().errorText()).startsWith("net::ERR_");
    }

    @Test
    void tells_what_CORS_forbids_and_the_request_that_asked() throws Exception {
        page.evaluate("fetch('%s', {method: 'PUT', body: 'x'}).catch(() => {})".formatted(site.otherSite("/missing")));

        var refused = awaited(exchange -> exchange.method().equals("PUT") && exchange.finished());
        var preflight = awaited(exchange -> exchange.method().equals("OPTIONS") && exchange.finished());
        assertThat(refused.failure().orElseThrow().corsError()).isNotEmpty();
        page.evaluate("fetch('%s').catch(() => {})".formatted(site.otherSite("/api?kept")));
        var kept = awaited(exchange -> exchange.url().equals(site.otherSite("/api?kept"))
                && exchange.finished()
                && exchange.status() != 0); // of which Chrome may tell after the failure
        assertThat(kept.hasFailed()).isTrue();
        assertThat(kept.status()).as("on the wire").isEqualTo(200);
        assertThat(preflight.resourceType()).isEqualTo("Preflight");
        assertThat(preflight.status()).isEqualTo(404);
    }

    @Test
    void tells_a_navigation_that_failed_and_not_the_page_that_says_so() throws Exception {
        page.send("Page.navigate", Map.of("url", "http://127.0.0.1:1/away"));

        var failed = ended("http://127.0.0.1:1/away");
        assertThat(failed.hasFailed()).isTrue();
        assertThat(failed.response()).isEmpty();
        assertThat(failed.encodedBytes()).isEqualTo(-1);
    }

    @Test
    void tells_what_came_from_the_cache() throws Exception {
        page.evaluate("fetch('/cached?%s').then(response => response.text())"
                .formatted(page.id().value()));
        page.evaluate("fetch('/cached?%s', {cache: 'force-cache', headers: {}}).then(response => response.text())"
                .formatted(page.id().value()));

        var cached = awaited(exchange -> exchange.finished()
                && exchange.response()
                        .filter(response -> response.source() == Source.DISK_CACHE)
                        .isPresent());
        assertThat(cached.response().orElseThrow().header("content-type")).contains("text/plain");
        assertThat(cached.encodedBytes()).isZero();
    }

    @Test
    void tells_what_went_over_the_wire_of_an_answer_that_was_revalidated() throws Exception {
        var path = "/revalidated?" + page.id().value();
        page.evaluate("fetch('%s').then(response => response.text())".formatted(path));
        ended(site.url(path));
        page.evaluate("fetch('%s', {headers: {}}).then(response => response.text())".formatted(path));

        var second = awaited(exchange -> exchange.url().equals(site.url(path))
                && exchange.finished()
                && exchange.request().header("if-none-match").isPresent()
                && exchange.status() == 304);
        page.send("Network.getResponseBody", Map.of("requestId", second.id()));
        var response = awaited(exchange -> exchange.sequence() == second.sequence())
                .response()
                .orElseThrow();
        assertThat(response.status()).isEqualTo(304);
        assertThat(response.statusText()).isEqualTo("Not Modified");
        assertThat(response.source()).isEqualTo(Source.REVALIDATED);
        assertThat(response.header("content-type")).as("not sent again").isEmpty();
        assertThat(response.mimeType()).isEqualTo("text/plain");
        assertThat(response.body().map(Body::text)).contains("as it was");
    }

    @Test
    void tells_the_script_of_a_worker_and_what_it_fetches_each_once() throws Exception {
        page.evaluate("new Promise(done => { const worker = new Worker('/worker.js'); worker.onmessage = done; })");

        var script = ended(site.url("/worker.js"));
        assertThat(script.session()).isEqualTo(page.id());
        assertThat(script.status()).isEqualTo(200);
        var fetched = endedWithHeaders(site.url("/api?worker"));
        assertThat(fetched.session()).isNotEqualTo(page.id());
        assertThat(fetched.request().header("host"))
                .as("told by the page, not the worker")
                .isPresent();
    }

    @Test
    void tells_of_a_page_that_the_script_of_its_worker_is_missing() throws Exception {
        page.evaluate("new Promise(done => new Worker('/missing').onerror = done)");

        ended(site.url("/missing"));
        assertThat(page.recording().exchanges())
                .filteredOn(exchange -> exchange.url().equals(site.url("/missing")))
                .singleElement()
                .satisfies(script -> {
                    assertThat(script.status()).isEqualTo(404);
                    assertThat(script.finished()).isTrue();
                    assertThat(script.hasFailed()).isTrue();
                });
    }

    @Test
    void tells_of_a_page_that_a_frame_of_another_site_has_its_document_and_not_of_the_frame() throws Exception {
        page.evaluate(
                "new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = '%s'; document.body.append(frame); })"
                        .formatted(site.otherSite("/?framed")));

        ended(site.otherSite("/?framed"));
        assertThat(page.recording().exchanges())
                .filteredOn(exchange -> exchange.url().equals(site.otherSite("/?framed")))
                .singleElement()
                .matches(Exchange::finished);
        assertThat(page.children())
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.recording().exchanges())
                        .extracting(Exchange::url)
                        .doesNotContain(site.otherSite("/?framed")));
    }

    @Test
    void tells_the_document_of_a_frame_of_another_site_once() throws Exception {
        page.evaluate(
                "new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = '%s'; document.body.append(frame); })"
                        .formatted(site.otherSite("/inner#part")));

        var document = ended(site.otherSite("/inner#part"));
        assertThat(document.session()).isEqualTo(page.id());
        assertThat(document.resourceType()).isEqualTo("Document");
        assertThat(document.status()).isEqualTo(200);
        assertThat(ended(site.otherSite("/api?inner")).session()).isNotEqualTo(page.id());
    }

    @Test
    void tells_what_a_service_worker_answers_and_what_it_fetches() throws Exception {
        page.evaluate(
                "navigator.serviceWorker.register('/service.js').then(() => new Promise(done => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.oncontrollerchange = () => done()))");
        page.evaluate("fetch('/?made').then(response => response.text())");
        page.evaluate("fetch('/api?passed').then(response => response.text())");

        assertThat(ended(site.url("/?made")).response().orElseThrow().source()).isEqualTo(Source.SERVICE_WORKER);
        assertThat(awaited(exchange -> exchange.url().endsWith("?passed")
                                && exchange.finished()
                                && exchange.session().equals(page.id()))
                        .response()
                        .orElseThrow()
                        .source())
                .isEqualTo(Source.SERVICE_WORKER);
        var passed = awaited(exchange -> exchange.url().endsWith("?passed")
                && exchange.finished()
                && !exchange.session().equals(page.id()));
        assertThat(passed.response().orElseThrow().source()).isEqualTo(Source.NETWORK);
        assertThat(ended(site.url("/service.js")).status()).isEqualTo(200);
    }

    @Test
    void tells_the_messages_of_a_WebSocket() throws Exception {
        page.evaluate("""
                new Promise(done => {
                  const socket = new WebSocket('%s');
                  let came = 0;
                  socket.onopen = () => { socket.send('hello'); socket.send(new Uint8Array([1, 2])); };
                  socket.onmessage = () => { if (++came == 2) socket.close(); };
                  socket.onclose = done;
                })""".formatted(echo.url()));

        var socket = ended(echo.url());
        assertThat(socket.resourceType()).isEqualTo("WebSocket");
        assertThat(socket.status()).isEqualTo(101);
        assertThat(socket.request().header("upgrade")).contains("websocket");
        assertThat(socket.frames().stream().filter(frame -> frame.direction() == Direction.SENT))
                .extracting(Frame::kind, Frame::payload)
                .containsExactly(tuple("text", "hello"), tuple("binary", "AQI="));
        assertThat(socket.frames().stream().filter(frame -> frame.direction() == Direction.RECEIVED))
                .extracting(Frame::payload)
                .containsExactly("hello", "AQI=");
        assertThat(socket.hasFailed()).isFalse();
    }

    @Test
    void tells_that_requests_are_over_whose_page_was_left() throws Exception {
        var silent = site.url("/silent??" + page.id().value());
        page.navigate(site.url("/waiting?" + page.id().value()));
        awaited(exchange -> exchange.url().equals(silent));

        page.navigate(site.url("/?elsewhere"));

        var left = ended(silent);
        assertThat(left.failure()).map(Exchange.Failure::cancelled).contains(true);
        assertThat(left.hasFailed()).isFalse();
        assertThat(page.recording().exchanges())
                .filteredOn(exchange -> exchange.url().equals(silent))
                .allMatch(Exchange::finished);
    }

    @Test
    void tells_that_requests_are_over_whose_page_was_closed() throws Exception {
        var silent = site.url("/silent??closed");
        page.navigate(site.url("/waiting?closed"));
        awaited(exchange -> exchange.url().equals(silent));

        page.send("Page.close");

        assertThat(ended(silent).failure()).map(Exchange.Failure::cancelled).contains(true);
        assertThat(page.recording().exchanges())
                .filteredOn(exchange -> exchange.url().equals(silent))
                .allMatch(Exchange::finished);
    }

    @Test
    void tells_a_WebSocket_that_could_not_be_opened() throws Exception {
        page.evaluate("new Promise(done => new WebSocket('%s').onclose = done)"
                .formatted(site.url("/missing").replace("http", "ws")));

        var socket = ended(site.url("/missing").replace("http", "ws"));
        assertThat(socket.hasFailed()).isTrue();
        assertThat(socket.failure().orElseThrow().errorText()).contains("404");
    }

    @Test
    void tells_the_events_of_an_EventSource() throws Exception {
        page.evaluate(
                "new Promise(done => { const source = new EventSource('/events'); source.addEventListener('news', () => { source.close(); done(); }); })");

        var source = ended(site.url("/events"));
        assertThat(source.resourceType()).isEqualTo("EventSource");
        assertThat(source.frames())
                .extracting(Frame::kind, Frame::payload)
                .containsExactly(tuple("message", "one"), tuple("news", "two"));
        assertThat(source.hasFailed()).isFalse();
    }

    @Test
    void reads_a_body_in_its_charset_whoever_keeps_it_in_Chromium() throws Exception {
        page.navigate(site.url("/latin"));
        var kept = ended(site.url("/latin"));
        page.send("Network.getResponseBody", Map.of("requestId", kept.id()));
        page.send("Network.disable");
        page.send("Network.enable");
        page.navigate(site.url("/latin?page"));
        var read = ended(site.url("/latin?page"));
        page.send("Network.getResponseBody", Map.of("requestId", read.id()));

        for (var url : List.of("/latin", "/latin?page")) {
            var body = ended(site.url(url)).response().orElseThrow().body().orElseThrow();
            assertThat(body.text()).as(url).isEqualTo("caf\u00e9");
            assertThat(body.bytes()).as(url).hasSize(4);
        }
    }

    @Test
    void says_that_a_form_with_a_file_is_incomplete(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("note.txt"), "what is in the file");
        page.navigate(site.url("/form"));
        var root = page.send("DOM.getDocument").at("/root/nodeId");
        var input = page.send("DOM.querySelector", Map.of("nodeId", root.asInt(), "selector", "#file"))
                .path("nodeId");
        page.send("DOM.setFileInputFiles", Map.of("files", List.of(file.toString()), "nodeId", input.asInt()));
        page.evaluate("form.submit()");

        var sent = ended(site.url("/post"));
        assertThat(sent.request().hasBody()).isTrue();
        page.send("Network.getRequestPostData", Map.of("requestId", sent.id()));
        var body = ended(site.url("/post")).request().body().orElseThrow();
        assertThat(body.text()).contains("filename=\"note.txt\"").doesNotContain("what is in the file");
        assertThat(body.isComplete()).isFalse();
    }

    @Test
    void tells_a_blob_that_is_the_body_if_Fetch_has_paused_the_request() throws Exception {
        page.send("Fetch.enable", Map.of());
        page.on(
                "Fetch.requestPaused",
                paused -> page.send(
                        "Fetch.continueRequest",
                        Map.of("requestId", paused.params().path("requestId").asString())));
        page.evaluate(
                "fetch('/post?blob', {method: 'POST', body: new Blob(['what is in it'])}).then(response => response.text())");

        var body = ended(site.url("/post?blob")).request().body().orElseThrow();
        assertThat(body.text()).isEqualTo("what is in it");
        assertThat(body.isComplete()).isTrue();
    }

    @Test
    void tells_what_was_posted_and_the_body_that_was_asked_for() throws Exception {
        page.evaluate("fetch('/post', {method: 'POST', body: 'price=\\u20ac'}).then(response => response.text())");
        page.evaluate(
                "fetch('/post?bytes', {method: 'POST', body: new Uint8Array([255, 0])}).then(response => response.text())");
        var posted = ended(site.url("/post"));
        page.send("Network.getResponseBody", Map.of("requestId", posted.id()));

        assertThat(posted.request().body()).map(Body::text).contains("price=€");
        assertThat(posted.response().orElseThrow().body())
                .as("not asked for by then")
                .isEmpty();
        assertThat(ended(site.url("/post")).response().orElseThrow().body().map(Body::text))
                .contains("taken");
        assertThat(ended(site.url("/post?bytes")).request().body().orElseThrow().bytes())
                .containsExactly(255, 0);
    }
}
