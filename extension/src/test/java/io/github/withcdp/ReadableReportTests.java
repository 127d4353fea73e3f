package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of an ordinary shop: whoever looks for the bug can read what was searched, sorted, sent and answered. */
class ReadableReportTests {

    private static final String UUID = "550e8400-e29b-41d4-a716-446655440000";
    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ReadableReportTests::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var headers = exchange.getResponseHeaders();
        var path = exchange.getRequestURI().getPath();
        headers.set("Set-Cookie", "session=9f8b7c6d5e4f3a2b; HttpOnly");
        boolean data = path.startsWith("/api/");
        headers.set("Content-Type", data ? "application/json" : path.endsWith(".js") ? "text/javascript" : "text/html");
        var body = data
                ? "{\"items\":[{\"id\":\"%s\",\"name\":\"Blue mug\",\"price\":12.5}],\"session\":\"expired\",\"nextPage\":3}"
                        .formatted(UUID)
                : path.endsWith(".js")
                        ? "console.log('Checkout ready')"
                        : "<title>Checkout</title><script src='/app.js?v=8f3a2c1d'></script><script src='/lib.js?4e7b9a0c'></script><h1>Checkout</h1><input id=q><input id=pw type=password>";
        boolean broken = path.equals("/api/orders");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(broken ? 500 : 200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void shows_what_people_write_and_read_and_hides_what_logs_in(@TempDir Path reports) throws IOException {
        var failure = FixtureRun.of(ShopTestCase.class, reports).execute().failure();
        var folder = FailurePhaseTests.notedFolder(failure);

        assertThat(Files.readString(folder.resolve("traffic.jsonl")))
                .contains("/shop?page=2&sort=price&q=blue+mug#reviews", "/app.js?v=8f3a2c1d", "/lib.js?4e7b9a0c")
                .contains("/products/" + UUID + "?variantId=" + UUID, "&_=1732124485123")
                .contains("Ada Lovelace", "ada@example.com", "12 Main Street")
                .contains("Blue mug", "12.5", "none expired")
                .contains("Checkout ready", "2 items of blue-mug in the basket")
                .doesNotContain("hunter-2026", "9f8b7c6d5e4f3a2b", "sunflower");
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("Checkout is not open", "500", "/api/orders?dryRun=true&currency=EUR");
        assertThat(Files.readString(folder.resolve("dom.html"))).contains("Checkout");
        assertThat(failure).hasMessage("Checkout is not open for Ada Lovelace");
    }

    @WithCDP
    static class ShopTestCase {

        @Test
        void orders(CDPSession page) {
            page.navigate(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/shop?page=2&sort=price&q=blue+mug#reviews");
            page.evaluate("document.querySelector('#q').focus()");
            page.send("Input.insertText", Map.of("text", "Checkout"));
            page.send("Input.insertText", Map.of("text", "Ada Lovelace"));
            page.send("Input.insertText", Map.of("text", "ada@example.com"));
            page.evaluate("document.querySelector('input[type=password]').focus()");
            page.send("Input.insertText", Map.of("text", "sunflower"));
            page.evaluate(
                    "console.log('2 items of blue-mug in the basket, none expired', document.querySelector('#pw').value)");
            page.evaluate(
                    "fetch('/products/%s?variantId=%s&_=1732124485123').then(r => r.text())".formatted(UUID, UUID));
            page.evaluate("fetch('/api/products').then(r => r.text())");
            page.evaluate("""
                    fetch('/register', {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'},
                      body: new URLSearchParams({name: 'Ada Lovelace', email: 'ada@example.com', address: '12 Main Street', password: 'hunter-2026'})
                    }).then(r => r.text())
                    """);
            page.evaluate("""
                    fetch('/api/orders?dryRun=true&currency=EUR', {method: 'POST', headers: {'Content-Type': 'application/json'},
                      body: JSON.stringify({customer: {name: 'Ada Lovelace', email: 'ada@example.com', address: '12 Main Street'}})
                    }).then(r => r.text())
                    """);
            throw new IllegalStateException("Checkout is not open for Ada Lovelace");
        }
    }
}
