package io.github.withcdp.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on this machine, which answers as a subclass says, many requests at a time. */
public abstract class LocalServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService serving = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "test-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch over = new CountDownLatch(1);

    /** Start it. */
    protected LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(serving);
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(exchange);
            }
        });
        server.start();
    }

    /** Answer a request; what is not answered by the return is cut off. */
    protected abstract void serve(HttpExchange exchange) throws IOException;

    /** Return the URL of a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Return the same server as another site, whose frames live in other processes. */
    public String otherSite(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Answer a request. */
    public static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Leave a request without an answer until the server is closed. */
    void staySilent() {
        try {
            over.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        serving.shutdown();
    }
}
