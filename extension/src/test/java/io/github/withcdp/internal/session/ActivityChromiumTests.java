package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests of a real page are pending. */
@Timeout(120)
class ActivityChromiumTests {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @AutoClose
    private static final Site site = new Site();

    private static CDPSession page() {
        var page = chromium.newPage();
        page.navigate(site.url("/"));
        return page;
    }

    private static boolean isPending(CDPSession page) {
        return ((AssertedSession) page)
                .untilQuiet(Duration.ofHours(1), LIMIT, method -> false)
                .isEmpty();
    }

    @Test
    void a_fetch_that_nobody_answers() {
        var page = page();
        page.await("Network.requestWillBeSent", () -> page.evaluate("void fetch('/silent')"));

        assertThat(isPending(page)).isTrue();
    }

    @Test
    void a_request_that_a_handler_holds() {
        var page = page();
        page.send("Fetch.enable");
        var paused = page.await("Fetch.requestPaused", () -> page.evaluate("void fetch('/api')"));
        assertThat(isPending(page)).isTrue();

        page.await(
                "Network.loadingFinished",
                () -> page.send(
                        "Fetch.continueRequest",
                        Map.of("requestId", paused.param("/requestId").asString())));
        assertThat(isPending(page)).isFalse();
    }

    @Test
    void not_one_whose_page_was_left() {
        var page = page();
        page.await("Network.requestWillBeSent", () -> page.evaluate("void fetch('/silent', {keepalive: true})"));
        page.navigate(site.url("/api"));

        assertThat(isPending(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f.contentWindow.fetch('/silent', {keepalive: true})",
                "f.contentWindow.fetch('/silent')",
                "f.contentDocument.body.innerHTML = '<img src=/silent>'",
                "f.src = '/silent'",
                "f.src = 'OTHER/silent'",
            })
    void not_one_whose_frame_was_removed(String script) {
        var page = page();
        page.evaluate("document.body.append(self.f = document.createElement('iframe'))");
        page.await(
                "Network.requestWillBeSent",
                () -> page.evaluate("void (%s)".formatted(script.replace("OTHER", site.otherSite("")))));
        assertThat(isPending(page)).isTrue();

        page.await("Page.frameDetached", () -> page.evaluate("self.f.remove()"));
        assertThat(isPending(page)).isFalse();
    }

    @Test
    void not_an_event_stream() {
        var page = page();
        page.await(
                "Network.eventSourceMessageReceived",
                () -> page.evaluate("self.source = new EventSource('/events'); 1"));

        assertThat(isPending(page)).isFalse();
    }

    @Test
    void not_an_event_stream_that_is_fetched() {
        var page = page();
        page.await("Network.dataReceived", () -> page.evaluate("void fetch('/events')"));

        assertThat(isPending(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "await new Promise(done => { self.w = new Worker('/worker.js'); w.onmessage = done })",
                "await new Promise(done => { self.w = new Worker('/missing.js'); w.onerror = done })",
                "await new Promise(done => { let f = document.createElement('iframe'); f.src = 'OTHER/inner'; f.onload = done; document.body.append(f) })",
                "await new Promise(done => { let f = document.createElement('iframe'); f.src = '/silent'; document.body.append(f); f.contentWindow.stop(); f.remove(); done() })",
                "await fetch('/missing')",
                "await fetch('data:text/plain,x')",
                "await fetch('/first').then(it => it.text())",
                "await navigator.serviceWorker.register('/service.js')",
                "navigator.sendBeacon('/post', 'x')",
                "await fetch('OTHER/api', {headers: {'x-a': 'b'}}).catch(() => {})",
                "new AbortController().abort()"
            })
    void nothing_that_has_come_to_its_end(String script) {
        var page = page();
        page.evaluate("(async () => { %s })()".formatted(script.replace("OTHER", site.otherSite(""))));
        while (isPending(page)) { // the ends come behind what the script sees; the limit is that of the class
            page.evaluate("0");
        }
    }
}
