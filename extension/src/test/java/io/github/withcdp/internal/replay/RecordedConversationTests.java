package io.github.withcdp.internal.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a real Chromium said to these tests, said again: sessions, order, children, errors and the record, where there is no browser.
 * Runs on each version of Jackson that is supported.
 *
 * <p>With {@code -Drecording.write=true} a browser is launched; its reports then have the new {@code traffic.jsonl} of each test,
 * of whose first line {@code protocol}, {@code chromeLog} and {@code browser.executable} are left out.
 */
@Timeout(60)
class RecordedConversationTests {

    private static final boolean WRITE = Boolean.getBoolean("recording.write");

    @RegisterExtension
    static final WithCDPExtension cdp = WRITE
            ? WithCDPExtension.builder().report(ReportMode.ALWAYS).build()
            : WithCDPExtension.builder().replay(recordings()).build();

    private static final String SHOP = shop();

    @Test
    void page_with_a_worker(CDPSession page) {
        List<String> logged = new CopyOnWriteArrayList<>();
        page.on("Runtime.consoleAPICalled", event -> logged.add(text(event)));
        page.navigate(SHOP);

        var worker = page.awaitChild(
                child -> child.type().equals("worker"),
                () -> page.evaluate("void (globalThis.worker = new Worker('/worker.js'))"));
        worker.await("Runtime.consoleAPICalled", () -> page.evaluate("worker.postMessage('tea')"));
        var stock = page.evaluate("fetch('/api/stock').then(answer => answer.json())");

        assertThat(stock.path("tea").asInt(0)).isEqualTo(7);
        assertThat(logged).containsExactly("the shop is open");
        assertThat(page.children()).extracting(child -> child.target().type()).containsExactlyInAnyOrder("worker");
        assertThat(page.recording().exchanges())
                .extracting(RecordedConversationTests::line)
                .contains("GET / 200", "GET /worker.js 200", "GET /api/stock 200");
    }

    @Test
    void page_that_does_not_do_what_it_is_told(CDPSession page) {
        page.navigate(SHOP);

        assertThatThrownBy(() -> page.send("DOM.describeNode", Map.of("nodeId", 4711)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Could not find node with given id");
        assertThatThrownBy(() -> page.evaluate("null.price")).hasMessageContaining("TypeError");
        assertThat(page.evaluate("'\\ud83c\\udf75 \\ud800'.length").asInt(0)).isEqualTo(4);
        assertThat(page.screenshot()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void page_that_asks_and_crashes(CDPSession page) {
        page.navigate(SHOP);

        var asked = page.await(
                "Page.javascriptDialogOpening", () -> page.evaluate("void setTimeout(() => confirm('Drink tea?'))"));
        page.send("Page.handleJavaScriptDialog", Map.of("accept", true));
        page.await("Inspector.targetCrashed", () -> {
            var unused = page.sendAsync("Page.crash", null);
        });

        assertThat(asked.params().path("message").asString("")).isEqualTo("Drink tea?");
        assertThatThrownBy(() -> page.evaluate("1")).hasMessageContaining("its target crashed");
        page.navigate(SHOP);
        assertThat(page.evaluate("document.title").asString("")).isEqualTo("Shop");
    }

    private static String text(CDPEvent event) {
        return event.params().path("args").path(0).path("value").asString("");
    }

    private static String line(Exchange exchange) {
        return "%s %s %d"
                .formatted(
                        exchange.request().method(),
                        exchange.request().url().replaceFirst("http://[^/]+", ""),
                        exchange.response().orElseThrow().status());
    }

    private static Path recordings() {
        try {
            return Path.of(
                    RecordedConversationTests.class.getResource("recordings").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A replay takes any port for the recorded one, and nobody asks there. */
    private static String shop() {
        if (!WRITE) {
            return "http://127.0.0.1:9/";
        }
        var pages = Map.of(
                "/", "<title>Shop</title><link rel=icon href=data:,><script>console.log('the shop is open')</script>",
                "/worker.js", "onmessage = order => console.log(order.data)",
                "/api/stock", "{\"tea\":7}");
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var path = exchange.getRequestURI().getPath();
                    var body = pages.getOrDefault(path, "").getBytes(UTF_8);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Type",
                                    path.endsWith(".js")
                                            ? "text/javascript"
                                            : path.equals("/") ? "text/html" : "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
