package io.github.withcdp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server with a login page, whose answers have secrets in all places that answers have. */
final class SecretPage implements AutoCloseable {

    private final HttpServer http;
    private final Socket socket = new Socket();

    SecretPage() throws IOException, InterruptedException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
        socket.setReuseAddr(true);
        socket.setDaemon(true);
        socket.start();
        if (!socket.started.await(30, TimeUnit.SECONDS)) {
            throw new IOException("The WebSocket server did not start");
        }
    }

    /** Return host and port of the pages. */
    String address() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    /** Return host and port of the WebSocket. */
    String socketAddress() {
        return "127.0.0.1:" + socket.getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var headers = exchange.getResponseHeaders();
        headers.add("Set-Cookie", "b=" + SecretsTests.HTTP_ONLY + "; HttpOnly");
        headers.add("Set-Cookie", "z=" + SecretsTests.BLOCKED + "; Domain=other.test");
        switch (exchange.getRequestURI().getPath()) {
            case "/moved" -> {
                headers.add("Location", "/done?code=" + SecretsTests.LOCATION);
                answer(exchange, 302, "text/plain", "");
            }
            case "/basic" -> basic(exchange);
            case "/missing" -> answer(exchange, 404, "text/plain", "");
            case "/app.js" ->
                answer(
                        exchange,
                        200,
                        "text/javascript",
                        "function go() { return fetch(location.origin + '/from-script').then(r => r.text()) }");
            case "/events" ->
                answer(
                        exchange,
                        200,
                        "text/event-stream",
                        "data: {\"token\":\"" + SecretsTests.SERVER_EVENT + "\"}\n\n");
            case "/profile" ->
                answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"user\":\"ada\",\"apiKey\":\"" + SecretsTests.BODY + "\"}");
            default ->
                answer(exchange, 200, "text/html", """
                    <title>Welcome %s</title><link rel=icon href=data:,><script>function say() { console.log('said by the page') }</script><script src="/app.js?key=%s"></script>
                    <form><input id=user><input id=p type=password>
                    <input type=text name=csrf_token value="%s"></form><a href="/reset?token=%s">Forgotten?</a>
                    """.formatted(
                                SecretsTests.STORED, SecretsTests.SCRIPT, SecretsTests.CSRF, SecretsTests.LINK));
        }
    }

    private static void basic(HttpExchange exchange) throws IOException {
        var expected =
                Base64.getEncoder().encodeToString(("ada:" + SecretsTests.BASIC).getBytes(StandardCharsets.UTF_8));
        boolean known = Objects.equals(exchange.getRequestHeaders().getFirst("Authorization"), "Basic " + expected);
        if (!known) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=shop");
        }
        answer(exchange, known ? 200 : 401, "text/plain", "");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        try {
            socket.stop(1_000);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers each message with a text and with a binary one that have secrets. */
    private static final class Socket extends WebSocketServer {

        final CountDownLatch started = new CountDownLatch(1);

        Socket() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            connection.send(SecretsTests.FRAME_RECEIVED);
            connection.send(("{\"session\":\"" + SecretsTests.FRAME_BINARY + "\"}").getBytes(StandardCharsets.UTF_8));
            connection.close();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {}

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception error) {}
    }
}
