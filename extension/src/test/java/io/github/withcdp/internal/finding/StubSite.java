package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.withcdp.internal.session.LocalServer;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A server on this machine that answers as a test says, many requests at a time; all else is an empty page. */
final class StubSite extends LocalServer {

    private static final String EMPTY = "<!doctype html><link rel=icon href=data:,><title>empty</title>";

    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

    @Override
    protected void serve(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        handlers.getOrDefault(exchange.getRequestURI().getPath(), with(200, "text/html", EMPTY))
                .handle(exchange);
    }

    /** Answer requests for a path so. */
    StubSite on(String path, HttpHandler handler) {
        handlers.put(path, handler);
        return this;
    }

    /** Answer requests for a path always so. */
    StubSite on(String path, int status, String type, String body, String... headers) {
        return on(path, with(status, type, body, headers));
    }

    /**
     * Return what answers so.
     *
     * @param headers names and values in turn
     */
    static HttpHandler with(int status, String type, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            answer(exchange, status, type, body);
        };
    }

    /** Return what is found in a recording so far, with {@code PORT} for the port of this server. */
    List<String> findings(Recording recording) {
        return SuspiciousMessages.in(recording.messages(), Duration.ZERO).top().stream()
                .map(suspicion -> suspicion
                        .sentence()
                        .replace(url("").substring("http://127.0.0.1".length()), ":PORT")
                        .replaceAll("message \\d+", "message N"))
                .toList();
    }

    /** Wait until what is found fulfils a condition, as a worker or the network may tell it later than the page. */
    List<String> awaitFindings(CDPSession page, Recording recording, Predicate<List<String>> condition) {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var found = findings(recording);
        while (!condition.test(found) && System.nanoTime() < limit) {
            page.evaluate("new Promise(done => setTimeout(done, 20))");
            found = findings(recording);
        }
        return found;
    }

    /** Check what is found in the end, as a worker or the network may tell a part of it later than the page. */
    void assertFinds(CDPSession page, Recording recording, String... sentences) {
        assertThat(awaitFindings(page, recording, List.of(sentences)::equals)).containsExactly(sentences);
    }
}
