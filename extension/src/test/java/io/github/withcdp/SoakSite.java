package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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

/** Tells each test of a soak how often it has been asked by it: at once, under {@code slow} after a moment, and under {@code silent} when it is too late. */
final class SoakSite implements AutoCloseable {

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService serving = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "soak-site");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    SoakSite() {
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

    String url(String path, String test) {
        return "http://127.0.0.1:%d/%s%s".formatted(server.getAddress().getPort(), test, path);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        int end = path.indexOf('/', 1);
        var test = path.substring(1, Math.max(1, end)); // empty for the icon of a page
        switch (path.substring(Math.max(0, end))) {
            case "/slow" -> take(300);
            case "/silent" -> take(120_000);
            default -> {}
        }
        var body = "%s was asked for %d times"
                .formatted(test, asked.merge(test, 1, Integer::sum))
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void take(long millis) {
        try {
            boolean unused = over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        serving.shutdown();
        try {
            // Its threads are no leftovers of anybody else.
            boolean unused = serving.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
