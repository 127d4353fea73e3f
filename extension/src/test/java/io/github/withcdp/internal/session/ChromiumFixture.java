package io.github.withcdp.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser with a conversation, and a server with a few pages. One for a whole class. */
final class ChromiumFixture implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> DOMAINS = List.of("Page", "Runtime", "Network", "Log");

    /** As by default, so that no name is refused that is right. */
    private static final Strictness STRICT = Strictness.of(true, true, List.of());

    final LaunchedChrome chrome;
    final MessageRecorder recorder = MessageRecorder.create();
    final Conversation conversation;
    private final LocalServer server = new Pages();

    private ChromiumFixture(boolean film) {
        chrome = ChromeLauncher.ofThisMachine().launch(LaunchOptions.DEFAULTS.withLimit(Duration.ofSeconds(90)));
        conversation = converse(
                new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "chrome-" + chrome.pid()),
                recorder,
                true,
                "chrome-" + chrome.pid(),
                Pausing.NONE,
                film);
    }

    static ChromiumFixture start() {
        return new ChromiumFixture(false);
    }

    /** With pages that are filmed. */
    static ChromiumFixture filming() {
        return new ChromiumFixture(true);
    }

    static Conversation converse(
            Transport transport, MessageRecorder recorder, boolean ours, String name, Pausing pausing) {
        return converse(transport, recorder, ours, name, pausing, false);
    }

    private static Conversation converse(
            Transport transport, MessageRecorder recorder, boolean ours, String name, Pausing pausing, boolean film) {
        return Conversation.open(
                transport,
                recorder,
                new ConversationOptions(
                        LIMIT, LIMIT, DOMAINS, true, ours, new Downloads(Optional.empty()), pausing, film, STRICT),
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
        return server.url(path);
    }

    /** The same server as another site, whose frames live in other processes. */
    String otherSite(String path) {
        return server.otherSite(path);
    }

    @Override
    public void close() {
        server.close();
        chrome.close(() -> conversation.closeBrowser(Duration.ofSeconds(5)));
        conversation.close();
        recorder.close();
    }

    /** A few pages, and addresses that fail, move on or say nothing. */
    private static final class Pages extends LocalServer {

        private static final Map<String, String> PAGES = Map.ofEntries(
                Map.entry("/a", "<title>a</title><h1 id=here>a</h1>"),
                Map.entry("/goes-on", "<script>location.href = '/a'</script>"),
                Map.entry("/goes-nowhere", "<script>location.href = 'http://127.0.0.1:19/'</script>"),
                Map.entry(
                        "/stops",
                        "<title>stops</title><img src=/silent><script>setTimeout(() => stop(), 200)</script>"),
                Map.entry("/silent-frame", "<title>waits</title><iframe src=/silent></iframe>"),
                Map.entry(
                        "/asks", "<script>onbeforeunload = event => event.preventDefault()</script><button>x</button>"),
                Map.entry("/alerts", "<script>alert('while loading')</script>loaded"),
                Map.entry("/fetches", "<script>fetch('/api')</script>"),
                Map.entry(
                        "/worker.js",
                        "fetch('/api?worker'); onmessage = m => postMessage(m.data); new Worker('/nested.js')"),
                Map.entry(
                        "/long.js",
                        "function spin() { const end = performance.now() + 1500; while (performance.now() < end); }\nfunction later() { spin() }"),
                Map.entry("/nested.js", "fetch('/api?nested')"),
                Map.entry("/shared.js", "fetch('/api?shared'); onconnect = () => {}"),
                Map.entry("/answering.js", "onconnect = event => event.ports[0].postMessage('hello')"),
                Map.entry("/sw.js", "fetch('/api?service'); onfetch = event => {}"),
                Map.entry("/api", "{}"));

        @Override
        protected void serve(HttpExchange exchange) throws IOException {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/silent" -> staySilent();
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
                    answer(exchange, 200, "application/octet-stream", "x");
                }
                case "/hanging-image" ->
                    answer(
                            exchange,
                            200,
                            "text/html",
                            "<script>new Worker('/silent?for-no-load')</script><img src=/silent>");
                case "/frame" ->
                    answer(exchange, 200, "text/html", "<iframe src='%s'></iframe>".formatted(otherSite("/fetches")));
                case "/hanging-frame" ->
                    answer(
                            exchange,
                            200,
                            "text/html",
                            "<iframe src='%s'></iframe>".formatted(otherSite("/hanging-image")));
                default ->
                    answer(
                            exchange,
                            200,
                            path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8",
                            PAGES.getOrDefault(path, ""));
            }
        }

        private static void cutOff(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("<title>cut</title>".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        }
    }
}
