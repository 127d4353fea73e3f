package io.github.withcdp.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A small web site on a port of its own: what is in {@code src/test/resources/site}, and a few answers that no file can give. */
final class LocalSite implements AutoCloseable {

    private static final int THREADS = 4;
    private static final String COOKIE_OF_ADA = "session=ada";
    private static final String PASSWORD_OF_ADA =
            "Basic " + Base64.getEncoder().encodeToString("ada:lovelace".getBytes(StandardCharsets.UTF_8));
    private static final Pattern STATUS = Pattern.compile("/status/([1-5]\\d\\d)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, LocalSite::daemon);

    private LocalSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LocalSite::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Start the site; it runs until it is closed. */
    static LocalSite start() {
        try {
            return new LocalSite();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on the loopback address", e);
        }
    }

    /** Return the URL of a path, {@code /index.html}. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Return a URL of the same path which is, to a browser, on another site. */
    String otherSiteUrl(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var status = STATUS.matcher(path);
            if (status.matches()) {
                answer(exchange, Integer.parseInt(status.group(1)), "html", "status " + status.group(1));
            } else {
                switch (path) {
                    case "/redirect" -> redirect(exchange, "/index.html");
                    case "/api/orders" -> answer(exchange, 200, "json", "[{\"item\":\"tea\"},{\"item\":\"cups\"}]");
                    case "/api/pay" -> pay(exchange, body);
                    case "/account" -> account(exchange);
                    default -> file(exchange, path);
                }
            }
        }
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        try (var file =
                LocalSite.class.getResourceAsStream("/site" + URI.create(path).normalize())) {
            if (file == null) {
                answer(exchange, 404, "html", "there is no " + path);
            } else {
                answer(exchange, 200, path.substring(path.lastIndexOf('.') + 1), file.readAllBytes());
            }
        }
    }

    /** The bank answers only if there is nothing to pay. */
    private static void pay(HttpExchange exchange, String order) throws IOException {
        if (order.equals("{\"amount\":0}")) {
            answer(exchange, 200, "json", "{}");
        } else {
            answer(exchange, 503, "json", "{\"error\":\"the bank does not answer\"}");
        }
    }

    /** Whoever has the password gets a cookie, and needs no password with it. */
    private static void account(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestHeaders();
        if (PASSWORD_OF_ADA.equals(request.getFirst("Authorization"))
                || COOKIE_OF_ADA.equals(request.getFirst("Cookie"))) {
            exchange.getResponseHeaders().set("Set-Cookie", COOKIE_OF_ADA + "; HttpOnly; SameSite=Lax");
            answer(exchange, 200, "html", "<link rel=icon href='data:,'><h1>Hello, Ada!</h1>");
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"shop\"");
            answer(exchange, 401, "html", "<link rel=icon href='data:,'><h1>Who are you?</h1>");
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "local-site");
        thread.setDaemon(true);
        return thread;
    }
}
