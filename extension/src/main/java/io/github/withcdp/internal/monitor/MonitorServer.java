package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.report.html.LivePage;
import io.github.withcdp.internal.schema.ProtocolSchema;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Serves the page of the monitor, and what it shows, on the loopback address to those whom the {@link MonitorGate} lets in. */
final class MonitorServer implements AutoCloseable {

    private static final int MOST_THREADS = 16;

    /** Fewer than there are threads, so that somebody is there for everything else. */
    private static final int MOST_VIEWERS = 8;

    private static final int LARGEST_ORDER = 16 << 20;
    private static final int LAST_WORDS_SECONDS = 2;
    private static final String WITHOUT_ORIGIN =
            "What sends something needs the header Origin, as the page of the monitor has it: the address without its path.\n";

    private static final String REFUSAL =
            "This is the monitor of a test run. Open the address that the run has printed, as it stands there.\n";

    private final WatchedRun run;
    private final HttpServer server;
    private final MonitorGate gate;
    private final CommandDesk desk;
    private final CommandForms forms = new CommandForms(ProtocolSchema.pinned());
    private final LivePage page = LivePage.of("WithCDP monitor");
    private final ExecutorService threads;
    private final Semaphore viewers = new Semaphore(MOST_VIEWERS);

    private MonitorServer(WatchedRun run, HttpServer server) {
        this.run = run;
        this.server = server;
        this.desk = new CommandDesk(run);
        this.gate = MonitorGate.onPort(server.getAddress().getPort());
        this.threads = threads();
    }

    /**
     * Start one.
     *
     * @param wanted the port to listen on if it is free
     * @param announce told where it listens, or why it does not
     * @return nothing if there is no port at all
     */
    static Optional<MonitorServer> start(WatchedRun run, Optional<Integer> wanted, Consumer<String> announce) {
        try {
            var server = new MonitorServer(run, listen(wanted, announce));
            server.listen();
            announce.accept("WithCDP: the monitor of these tests is at " + server.address());
            return Optional.of(server);
        } catch (IOException | InterruptedException e) {
            announce.accept(
                    "WithCDP: there is no monitor, because no port of 127.0.0.1 can be opened: " + e.getMessage());
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }
    }

    private static HttpServer listen(Optional<Integer> wanted, Consumer<String> announce) throws IOException {
        if (wanted.isPresent()) {
            try {
                return listen(wanted.get());
            } catch (BindException taken) {
                announce.accept(
                        "WithCDP: port %d of withcdp.monitor.port is taken, perhaps by tests that run at the same time, so the monitor has another one"
                                .formatted(wanted.get()));
            }
        }
        return listen(0);
    }

    private static HttpServer listen(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    }

    private void listen() throws InterruptedException {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        // The thread that it makes is a daemon, as those are that keep no JVM alive, if the one is that starts it.
        var starter = daemon(server::start);
        starter.start();
        starter.join();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "withcdp-monitor");
        thread.setDaemon(true);
        return thread;
    }

    private static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), MonitorServer::daemon);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    String address() {
        return gate.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var method = exchange.getRequestMethod();
            addHeaders(exchange.getResponseHeaders());
            if (!gate.lets(path, exchange.getRequestHeaders(), !method.equals("GET"))) {
                boolean mayLook = gate.lets(path, exchange.getRequestHeaders(), false);
                answer(exchange, 403, "text/plain", mayLook ? WITHOUT_ORIGIN : REFUSAL);
                return;
            }
            switch (method + " " + gate.resource(path)) {
                case "GET " -> answer(exchange, 200, "text/html", page.html());
                case "GET feed" -> feed(exchange);
                case "GET commands" -> answer(exchange, forms.commands());
                case "GET method" -> method(exchange);
                case "POST send" -> send(exchange);
                default -> answer(exchange, 404, "text/plain", REFUSAL);
            }
        }
    }

    private void method(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getRawQuery();
        var form = name == null ? Optional.<Map<String, Object>>empty() : forms.form(name);
        answer(exchange, form.orElse(Map.of()));
    }

    private void send(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_ORDER + 1);
        if (body.length > LARGEST_ORDER) {
            answer(exchange, Map.of("refused", "A command from here has no more than 16 MiB."));
            return;
        }
        Map<String, String> outcome;
        try {
            outcome = desk.send(Json.read(body, 0, body.length));
        } catch (JacksonException broken) {
            outcome = Map.of("refused", "That is no JSON: " + broken.getOriginalMessage());
        }
        answer(exchange, outcome);
    }

    private static void answer(HttpExchange exchange, Object json) throws IOException {
        answer(exchange, 200, "application/json", new String(Json.write(json), US_ASCII));
    }

    /** What is said here is for the page that asked, and for nobody else: no other page may embed, read or keep it, or hear of the address. */
    private void addHeaders(Headers headers) {
        headers.set("Content-Security-Policy", page.policy());
        headers.set("X-Frame-Options", "DENY");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private void feed(HttpExchange exchange) throws IOException {
        if (!viewers.tryAcquire()) {
            answer(exchange, 503, "text/plain", "There are " + MOST_VIEWERS + " viewers already: close one.\n");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            new ViewerFeed(run).writeTo(exchange.getResponseBody());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            viewers.release();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Let viewers have what is left, unless they take too long, and end. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
