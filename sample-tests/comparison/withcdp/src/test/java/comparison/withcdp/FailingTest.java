package comparison.withcdp;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comparison.TestClock;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An ordinary failure: a page, some requests, about two hundred messages, and an assertion that does not hold. */
@WithCDP
class FailingTest {

    private static final String PAGE = """
            <!doctype html><title>Orders</title><link rel="icon" href="data:,">
            <h1>Orders</h1><ul id="orders"></ul>
            <script>
                window.loaded = (async () => {
                    for (let i = 0; i < 14; i++) {
                        const order = await (await fetch('/api/orders/' + i)).json();
                        const line = document.createElement('li');
                        line.textContent = order.name;
                        document.querySelector('#orders').append(line);
                        console.log('loaded', order.name);
                    }
                })();
            </script>
            """;

    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, "text/html", PAGE));
        server.createContext(
                "/api/",
                exchange -> answer(
                        exchange, "application/json", "{\"name\":\"order of " + exchange.getRequestURI() + "\"}"));
        server.start();
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void has_twenty_orders(CDPSession page) {
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        page.evaluate("loaded");
        int orders = page.evaluate("document.querySelectorAll('li').length").asInt();
        TestClock.end();
        fail("expected: 20 but was: " + orders);
    }
}
