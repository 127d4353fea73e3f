package io.github.withcdp.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A browser with a conversation, and a server with a few pages. One for a whole class. */
final class ChromiumFixture implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> DOMAINS = List.of("Page", "Runtime", "Network", "Log");

    final LaunchedChrome chrome;
    final MessageRecorder recorder = MessageRecorder.create();
    final Conversation conversation;
    private final HttpServer server;
    private final ExecutorService serving = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "test-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch over = new CountDownLatch(1);

    private ChromiumFixture() {
        chrome = ChromeLauncher.ofThisMachine().launch(LaunchOptions.DEFAULTS.withLimit(Duration.ofSeconds(90)));
        conversation = converse(
                new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "chrome-" + chrome.pid()),
                recorder,
                true,
                "chrome-" + chrome.pid());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(serving);
        server.createContext("/", this::serve);
        server.start();
    }

    static ChromiumFixture start() {
        return new ChromiumFixture();
    }

    static Conversation converse(Transport transport, MessageRecorder recorder, boolean ours, String name) {
        return converse(transport, recorder, ours, name, Pausing.NONE);
    }

    static Conversation converse(
            Transport transport, MessageRecorder recorder, boolean ours, String name, Pausing pausing) {
        return Conversation.open(
                transport,
                recorder,
                new ConversationOptions(LIMIT, LIMIT, DOMAINS, true, ours, new Downloads(Optional.empty()), pausing),
                Duration.ofSeconds(90),
                why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                name,
                () -> InspectorDescription.UNKNOWN);
    }

    /** A page in a context and a scope of its own. */
    CDPSession newPage() {
        var scope = conversation.newScope();
        return scope.newPage(scope.newContext());
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The same server as another site, whose frames live in other processes. */
    String otherSite(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/a", "<title>a</title><h1 id=here>a</h1>"),
            Map.entry("/goes-on", "<script>location.href = '/a'</script>"),
            Map.entry("/goes-nowhere", "<script>location.href = 'http://127.0.0.1:19/'</script>"),
            Map.entry("/stops", "<title>stops</title><img src=/silent><script>setTimeout(() => stop(), 200)</script>"),
            Map.entry("/silent-frame", "<title>waits</title><iframe src=/silent></iframe>"),
            Map.entry("/asks", "<script>onbeforeunload = event => event.preventDefault()</script><button>x</button>"),
            Map.entry("/alerts", "<script>alert('while loading')</script>loaded"),
            Map.entry("/fetches", "<script>fetch('/api')</script>"),
            Map.entry(
                    "/worker.js",
                    "fetch('/api?worker'); onmessage = m => postMessage(m.data); new Worker('/nested.js')"),
            Map.entry("/nested.js", "fetch('/api?nested')"),
            Map.entry("/shared.js", "fetch('/api?shared'); onconnect = () => {}"),
            Map.entry("/answering.js", "onconnect = event => event.ports[0].postMessage('hello')"),
            Map.entry("/sw.js", "fetch('/api?service'); onfetch = event => {}"),
            Map.entry("/api", "{}"));

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            switch (path) {
                case "/silent" -> await();
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "/fetches");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/cut" -> cutOff(exchange);
                case "/empty-404" -> exchange.sendResponseHeaders(404, -1);
                case "/empty-500" -> exchange.sendResponseHeaders(500, -1);
                case "/nothing" -> exchange.sendResponseHeaders(204, -1);
                case "/download" -> {
                    exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=x.bin");
                    answer(exchange, "application/octet-stream", "x");
                }
                case "/hanging-image" -> answer(exchange, "text/html", "<img src=/silent>");
                case "/frame" ->
                    answer(exchange, "text/html", "<iframe src='%s'></iframe>".formatted(otherSite("/fetches")));
                case "/hanging-frame" ->
                    answer(exchange, "text/html", "<iframe src='%s'></iframe>".formatted(otherSite("/hanging-image")));
                default ->
                    answer(
                            exchange,
                            path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8",
                            PAGES.getOrDefault(path, ""));
            }
        }
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void cutOff(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 500);
        exchange.getResponseBody().write("<title>cut</title>".getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private void await() {
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
        chrome.close(() -> conversation.closeBrowser(Duration.ofSeconds(5)));
        conversation.close();
        recorder.close();
    }
}
