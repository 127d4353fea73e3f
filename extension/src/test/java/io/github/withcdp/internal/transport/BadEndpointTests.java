package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.StackTraces;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers is no browser, or does not want to be one: every failure comes in time, says what came back, and tells no secret. */
@Timeout(120)
class BadEndpointTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Map<String, String> HEADERS = Map.of("X-Api-Key", "headersecret");

    @AfterEach
    void leaves_no_thread() throws Exception {
        Threads.awaitNone("withcdp-");
        Threads.awaitNone("WebSocket");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        answer(200, "<html>Welcome querysecret</html>"), "HTML instead of JSON", "<html>Welcome …<"),
                Arguments.of(answer(200, "headersecret?"), "no JSON", "…?"),
                Arguments.of(answer(200, "\u0000\u001b[31m{"), "no JSON", "[31m{"),
                Arguments.of(answer(401, "who? not usersecret"), "status 401", "who? not …"),
                Arguments.of(answer(403, "not with querysecret"), "status 403", "not with …"),
                Arguments.of(answer(404, "<html>nothing</html>"), "status 404", "nothing"),
                Arguments.of(answer(500, "Host header is specified"), "status 500", "Host header"),
                Arguments.of(
                        (ScriptedServer.Script) (head, in, out) -> ScriptedServer.respond(
                                out, 302, "Location: https://login.test/?token=querysecret\r\n", ""),
                        "redirects to https://login.test/?…",
                        "not followed"),
                Arguments.of(
                        (ScriptedServer.Script) (head, in, out) -> out.write("\u0001\u0002\r\n\r\n".getBytes(UTF_8)),
                        "does not speak HTTP",
                        ""),
                Arguments.of((ScriptedServer.Script) (head, in, out) -> {}, "does not speak HTTP", ""),
                Arguments.of(
                        (ScriptedServer.Script) (head, in, out) -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n{".getBytes(UTF_8));
                            for (var blank = " ".repeat(65536).getBytes(UTF_8); ; ) {
                                out.write(blank);
                            }
                        },
                        "more than the 4.0 MiB",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void says_what_came_back_instead_of_a_browser(ScriptedServer.Script script, String why, String said)
            throws Exception {
        try (var server = new ScriptedServer(script)) {
            var endpoint = DevToolsEndpoint.parse("http://ada:usersecret@" + server.address() + "/?token=querysecret")
                    .withHeaders(HEADERS);

            assertThatThrownBy(() -> endpoint.webSocketUrl(LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageStartingWith("The browser at http://…@" + server.address() + "/?… ")
                    .hasMessageContaining(why)
                    .hasMessageContaining(said)
                    .satisfies(BadEndpointTests::tellsNoSecret);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 407, 429, 500, 502, 503})
    void says_how_the_WebSocket_was_refused(int status) throws Exception {
        try (var server = new ScriptedServer((head, in, out) ->
                ScriptedServer.respond(out, status, "", "no usersecret, no querysecret, no headersecret"))) {
            assertThatThrownBy(() -> open(server, LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("refused the WebSocket with HTTP/1.1 " + status + " Scripted")
                    .hasMessageContaining("no …, no …, no …")
                    .satisfies(BadEndpointTests::tellsNoSecret);
            assertThat(server.heads)
                    .allSatisfy(head ->
                            assertThat(ScriptedServer.header(head, "X-Api-Key")).isEqualTo("headersecret"));
        }
    }

    @Test
    void says_how_the_WebSocket_was_redirected() throws Exception {
        try (var server = new ScriptedServer((head, in, out) ->
                ScriptedServer.respond(out, 302, "Location: https://login.test/?token=querysecret\r\n", ""))) {
            assertThatThrownBy(() -> open(server, LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("refused the WebSocket with HTTP/1.1 302 Scripted")
                    .satisfies(BadEndpointTests::tellsNoSecret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 101 Switching", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"})
    void gives_up_on_a_handshake_that_trickles(String beginning) throws Exception {
        try (var server = new ScriptedServer((head, in, out) -> {
            out.write(beginning.getBytes(UTF_8));
            trickle(out);
        })) {
            assertThatThrownBy(() -> open(server, Duration.ofMillis(500)))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .satisfies(BadEndpointTests::tellsNoSecret);
            leaves_no_thread(); // while the server would still talk
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "wss"})
    void does_not_trust_a_certificate_that_nobody_vouches_for(String scheme, @TempDir Path directory) throws Exception {
        var tls = selfSigned(directory).getServerSocketFactory().createServerSocket();
        try (var server = new ScriptedServer(tls, (head, in, out) -> ScriptedServer.respond(out, 200, "", "{}"))) {
            var endpoint = DevToolsEndpoint.parse(scheme + "://localhost:" + server.port() + "/x?token=querysecret");

            assertThatThrownBy(() -> WebSocketTransport.connect(endpoint.webSocketUrl(LIMIT), HEADERS, LIMIT)
                            .close())
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("cannot be trusted: ")
                    .hasMessageContaining("javax.net.ssl.trustStore")
                    .satisfies(BadEndpointTests::tellsNoSecret);
        }
    }

    private static void open(ScriptedServer server, Duration limit) {
        var endpoint = DevToolsEndpoint.parse("ws://ada:usersecret@" + server.address() + "/x?token=querysecret");
        WebSocketTransport.connect(endpoint.webSocketUrl(limit), HEADERS, limit).close();
    }

    private static void tellsNoSecret(Throwable failure) {
        assertThat(StackTraces.of(failure))
                .doesNotContain("usersecret", "querysecret", "headersecret")
                .doesNotContain("\u0000", "\u001b");
    }

    private static ScriptedServer.Script answer(int status, String body) {
        return (head, in, out) -> ScriptedServer.respond(out, status, "", body);
    }

    private static void trickle(OutputStream out) throws IOException {
        while (true) {
            out.write('x');
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // the slowness is what is tested
        }
    }

    /** Return what a server has that made its certificate itself; the JDK's own tool makes it. */
    private static SSLContext selfSigned(Path directory) throws Exception {
        var store = directory.resolve("keys.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
