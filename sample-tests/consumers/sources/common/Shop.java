package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A shop of one page, which sells tea and whose bank does not answer; open while the tests of a class run. */
final class Shop implements BeforeAllCallback, AfterAllCallback {

    private static final String PAGE = """
            <!doctype html>
            <meta charset="utf-8">
            <link rel="icon" href="data:,">
            <title>A small shop</title>
            <p id="result"></p>
            <script>
              async function orders() {
                return (await fetch('/api/orders')).json();
              }
              async function signIn(token) {
                localStorage.setItem('token', token);
                await fetch('/api/orders', {headers: {Authorization: 'Bearer ' + token}});
                console.log('signed in with', token);
              }
              async function pay() {
                const answer = await fetch('/api/pay', {method: 'POST', body: JSON.stringify({amount: 42})});
                if (!answer.ok) {
                  console.error('payment refused:', await answer.text());
                }
                result.textContent = answer.ok ? 'Thank you!' : 'Please try again later.';
              }
            </script>
            """;

    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 200, "text/html", PAGE));
        server.createContext(
                "/api/orders", exchange -> answer(exchange, 200, "application/json", "[{\"item\": \"tea\"}]"));
        server.createContext(
                "/api/pay", exchange -> answer(exchange, 503, "application/json", "{\"error\": \"no answer\"}"));
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }

    /** Return the address of the page. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
