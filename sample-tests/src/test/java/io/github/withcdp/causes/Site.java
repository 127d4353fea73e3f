package io.github.withcdp.causes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The server of an application on a port of its own. What {@code 127.0.0.1} and {@code localhost} serve is the same, but to a browser two sites;
 * in what it serves, {@code OTHER_SITE} stands for the second.
 */
final class Site implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Site::daemon);
    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Site(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    static Site start() {
        try {
            return new Site(HttpServer.create());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on the loopback address", e);
        }
    }

    /** Start one that speaks TLS, with a certificate that no browser trusts. */
    static Site startSecure() {
        try {
            var server = HttpsServer.create();
            server.setHttpsConfigurator(new HttpsConfigurator(Certificate.context()));
            return new Site(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on the loopback address", e);
        }
    }

    /** Have a path answered, whatever the method and the query. */
    Site on(String path, HttpHandler handler) {
        handlers.put(path, handler);
        return this;
    }

    /** Serve a page, with further headers as {@code Name: value}. */
    Site page(String path, String html, String... headers) {
        return on(path, exchange -> answer(exchange, 200, "text/html; charset=utf-8", html, headers));
    }

    Site script(String path, String javaScript) {
        return on(path, exchange -> answer(exchange, 200, "text/javascript", javaScript));
    }

    Site json(String path, int status, String json, String... headers) {
        return on(path, exchange -> answer(exchange, status, "application/json", json, headers));
    }

    /** Never answer what is asked for at a path. */
    Site silent(String path) {
        return on(path, exchange -> await(closed));
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Return its address by a name, which the browser has to be told is one of this machine. */
    String named(String name, String path) {
        var scheme = server instanceof HttpsServer ? "https://" : "http://";
        return scheme + name + ":" + server.getAddress().getPort() + path;
    }

    String otherSite(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    void answer(HttpExchange exchange, int status, String type, String body, String... headers) throws IOException {
        var bytes = body.replace("OTHER_SITE", otherSite("")).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        for (var header : headers) {
            var parts = header.split(": ", 2);
            exchange.getResponseHeaders().add(parts[0], parts[1]);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Wait for something that another request brings, but not for ever. */
    static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var handler = handlers.get(exchange.getRequestURI().getPath());
            if (handler == null) {
                answer(exchange, 404, "text/plain", "Not found");
            } else {
                handler.handle(exchange);
            }
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "site");
        thread.setDaemon(true);
        return thread;
    }
}
