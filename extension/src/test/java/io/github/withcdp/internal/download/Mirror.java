package io.github.withcdp.internal.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server with lists of versions and archives, that behaves as the test says. */
final class Mirror implements AutoCloseable {

    static final String CHANNELS = "/last-known-good-versions-with-downloads.json";
    static final String MILESTONES = "/latest-versions-per-milestone-with-downloads.json";

    /** What to do with one request. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What was asked. */
    record Request(String path, Map<String, List<String>> headers) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
        }
    }

    private final HttpServer server;
    private final ExecutorService serving = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "test-mirror");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private Mirror(HttpServer server) {
        this.server = server;
        server.setExecutor(serving);
        server.createContext("/", this::serve);
        server.start();
    }

    static Mirror open() throws IOException {
        return new Mirror(HttpServer.create(address(), 0));
    }

    static Mirror openHttps(SSLContext context) throws IOException {
        var server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Mirror(server);
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url() {
        return URI.create((server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port());
    }

    static String archive(String version) {
        return "/" + version + "/linux64/chrome-headless-shell-linux64.zip";
    }

    Mirror file(String path, byte[] content) {
        return on(path, exchange -> send(exchange, 200, content));
    }

    Mirror text(String path, String content) {
        return on(path, exchange -> send(exchange, 200, content));
    }

    Mirror on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Announce all of a file and send its beginning. */
    static void beginning(HttpExchange exchange, byte[] content, int count) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, count);
        exchange.getResponseBody().flush();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.add(new Request(
                    exchange.getRequestURI().getQuery() == null
                            ? path
                            : path + "?" + exchange.getRequestURI().getQuery(),
                    Map.copyOf(exchange.getRequestHeaders())));
            answers.getOrDefault(path, other -> send(other, 404, "<Error><Code>NoSuchKey</Code></Error>"))
                    .give(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        serving.shutdownNow();
    }
}
