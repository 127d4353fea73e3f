package io.github.withcdp.internal.grid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers as the test says; what is not said is not found. */
final class ScriptedGrid implements AutoCloseable {

    /** What to do with a question. */
    interface Script {
        void play(HttpExchange exchange) throws IOException, InterruptedException;
    }

    static final String SESSION =
            "{\"value\":{\"sessionId\":\"4711\",\"capabilities\":{\"browserName\":\"chrome\",\"se:cdp\":\"ws://10.255.0.1:5555/session/4711/se/cdp\"}}}";

    /** Everything that was asked, {@code POST /session}, with the body if there is one. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final List<String> contentTypes = new CopyOnWriteArrayList<>();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "scripted-grid");
        thread.setDaemon(true);
        return thread;
    });

    ScriptedGrid() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedGrid on(String question, int status, String body) {
        return on(question, exchange -> respond(exchange, status, body));
    }

    ScriptedGrid on(String question, Script script) {
        scripts.put(question, script);
        return this;
    }

    static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add((question + " " + body).strip());
            contentTypes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
            var script = scripts.get(question);
            if (script == null) {
                respond(exchange, 404, "");
            } else {
                script.play(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    GridUrl url() {
        return GridUrl.parse("http://" + address());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
