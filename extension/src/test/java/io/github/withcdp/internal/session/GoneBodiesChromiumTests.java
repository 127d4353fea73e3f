package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What popups, workers and pages have loaded is known although they have gone when a test fails: Chrome keeps it elsewhere. */
@Timeout(60)
class GoneBodiesChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @AutoClose
    private static final Shop shop = new Shop();

    private final Scope scope = chromium.conversation.newScope();
    private final CDPSession page = scope.newPage(scope.newContext());

    @BeforeEach
    void open() {
        page.navigate(shop.url("/"));
    }

    @Test
    void of_a_popup_that_has_closed() {
        var popup = page.awaitChild(child -> child.type().equals("page"), () -> open(shop.url("/popup")));
        popup.awaitLoad();
        popup.evaluate("fetch('/api?popup').then(answer => answer.text())");
        close();

        assertBodies(Map.of("/popup", "the popup", "/api?popup", "an answer"));
    }

    @Test
    void of_a_popup_of_another_site_that_has_closed() {
        var popup = page.awaitChild(child -> child.type().equals("page"), () -> open(shop.otherSite("/popup")));
        popup.awaitLoad();
        popup.evaluate("fetch('/api?popup').then(answer => answer.text())");
        close();

        assertBodies(Map.of("/popup", "the popup", "/api?popup", "an answer"));
    }

    @Test
    void of_a_worker_that_has_ended() {
        var worker = page.awaitChild(
                child -> child.type().equals("worker"),
                () -> page.evaluate("void (globalThis.worker = new Worker('/worker.js'))"));
        worker.await(
                "Network.loadingFinished", () -> worker.evaluate("fetch('/api?worker').then(answer => answer.text())"));
        page.evaluate("worker.terminate()");
        awaitEnd(worker);

        assertBodies(Map.of("/worker.js", "onmessage = () => {}", "/api?worker", "an answer"));
    }

    @Test
    void of_a_page_that_has_crashed() {
        var other = scope.newPage(page.browserContextId().orElseThrow());
        other.navigate(shop.url("/popup"));
        other.await("Inspector.targetCrashed", () -> {
            var unused = other.sendAsync("Page.crash", null);
        });

        assertBodies(Map.of("/popup", "the popup"));
    }

    private void open(String url) {
        page.evaluate("void (globalThis.popup = open('%s'))".formatted(url));
    }

    private void close() {
        var popup = scope.sessions().get(1);
        page.evaluate("popup.close()");
        awaitEnd(popup);
    }

    private static void awaitEnd(CDPSession session) {
        var ended = new Promise<Boolean>();
        session.onDetached(reason -> ended.complete(true));
        try {
            ended.await(ChromiumFixture.LIMIT.toNanos());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    private void assertBodies(Map<String, String> bodies) {
        var capture = Capture.of(scope, ChromiumFixture.LIMIT, true, BodyCapture.TEXT);

        assertThat(capture.problems()).isEmpty();
        bodies.forEach((path, body) -> assertThat(scope.recording().exchanges())
                .filteredOn(exchange -> exchange.request().url().endsWith(path))
                .singleElement()
                .extracting(GoneBodiesChromiumTests::body)
                .isEqualTo(body));
    }

    private static String body(Exchange exchange) {
        return exchange.response().orElseThrow().body().orElseThrow().text();
    }

    private static final class Shop extends LocalServer {

        private static final Map<String, String> FILES = Map.of(
                "/", "<title>shop</title><link rel=icon href=data:,>",
                "/popup", "the popup",
                "/worker.js", "onmessage = () => {}",
                "/api", "an answer");

        @Override
        protected void serve(HttpExchange exchange) throws IOException {
            var path = exchange.getRequestURI().getPath();
            var file = FILES.get(path);
            answer(
                    exchange,
                    file == null ? 404 : 200,
                    path.endsWith(".js") ? "text/javascript" : path.equals("/api") ? "text/plain" : "text/html",
                    file == null ? "" : file);
        }
    }
}
