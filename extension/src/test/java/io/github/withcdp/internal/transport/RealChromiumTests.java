package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Both transports against the browser that they are made for. */
@Timeout(180)
class RealChromiumTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int BIG = 30_000_000;

    private final CollectingListener listener = new CollectingListener();

    @Test
    void talks_through_the_pipe_and_ends_the_browser_by_closing_it() throws Exception {
        try (var chromium = Chromium.withPipe()) {
            var transport = new PipeTransport(chromium.fromChrome(), chromium.process.getOutputStream(), "chromium");
            transport.start(listener);

            assertThat(product(transport)).contains("Chrome");
            assertThat(bigResult(transport)).isEqualTo(BIG);

            transport.close();

            assertThat(listener.awaitClosed()).contains("closed by this side");
            assertThat(chromium.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Threads.awaitNone("-chromium");
        }
    }

    @Test
    void learns_through_the_pipe_that_the_browser_was_killed() throws Exception {
        try (var chromium = Chromium.withPipe()) {
            var transport = new PipeTransport(chromium.fromChrome(), chromium.process.getOutputStream(), "killed");
            transport.start(listener);
            assertThat(product(transport)).contains("Chrome");

            chromium.process.destroyForcibly();

            assertThat(listener.awaitClosed()).contains("end of stream");
            transport.close();
            Threads.awaitNone("-killed");
        }
    }

    @Test
    void talks_through_a_WebSocket_and_learns_that_the_browser_was_killed() throws Exception {
        try (var chromium = Chromium.withPort()) {
            var url = URI.create(chromium.webSocketUrl());
            assertThat(DevToolsEndpoint.parse("localhost:" + url.getPort()).webSocketUrl(LIMIT))
                    .isEqualTo(URI.create("ws://localhost:" + url.getPort() + url.getPath()));
            var transport = WebSocketTransport.connect(
                    DevToolsEndpoint.parse(String.valueOf(url.getPort())).webSocketUrl(LIMIT), Map.of(), LIMIT);
            transport.start(listener);

            assertThat(product(transport)).contains("Chrome");
            assertThat(bigResult(transport)).isEqualTo(BIG);

            chromium.process.destroyForcibly();

            assertThat(listener.awaitClosed()).contains("1006");
            transport.close();
            Threads.awaitNone("withcdp-reader");
            Threads.awaitNone("WebSocket");
        }
    }

    @Test
    void shows_what_the_browser_says_to_a_URL_that_it_does_not_know() throws Exception {
        try (var chromium = Chromium.withPort()) {
            var gone = URI.create(chromium.webSocketUrl().replaceFirst("/devtools/.*", "/devtools/page/gone"));

            assertThatThrownBy(() -> WebSocketTransport.connect(gone, Map.of(), LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("500 Internal Server Error: No such target id: gone");
            assertThatThrownBy(() -> WebSocketTransport.connect(gone, Map.of("Host", "evil.example"), LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("Host header is specified and is not an IP address or localhost");
        }
    }

    private String product(Transport transport) throws Exception {
        return send(transport, 1, "Browser.getVersion", "{}", "")
                .at("/result/product")
                .asString();
    }

    /** Have a page say something long, and return how long it came out. */
    private int bigResult(Transport transport) throws Exception {
        var target = send(transport, 2, "Target.createTarget", "{\"url\":\"about:blank\"}", "")
                .at("/result/targetId")
                .asString();
        var session = send(
                        transport,
                        3,
                        "Target.attachToTarget",
                        "{\"targetId\":\"%s\",\"flatten\":true}".formatted(target),
                        "")
                .at("/result/sessionId")
                .asString();
        return send(
                        transport,
                        4,
                        "Runtime.evaluate",
                        "{\"expression\":\"'x'.repeat(%d)\",\"returnByValue\":true}".formatted(BIG),
                        ",\"sessionId\":\"%s\"".formatted(session))
                .at("/result/result/value")
                .asString()
                .length();
    }

    private JsonNode send(Transport transport, int id, String method, String params, String rest)
            throws IOException, InterruptedException {
        var json = "{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}"
                .formatted(id, method, params, rest)
                .getBytes(US_ASCII);
        transport.send(json, json.length);
        while (true) {
            var message = Json.read(listener.nextMessage());
            if (message.path("id").asInt(0) == id) {
                return message;
            }
        }
    }
}
