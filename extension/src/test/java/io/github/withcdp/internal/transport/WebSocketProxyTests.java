package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.StackTraces;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WebSocketProxyTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String BASIC_ALLOWED = "jdk.http.auth.tunneling.disabledSchemes";

    private final ProxyProperties jvm = new ProxyProperties();
    private final CollectingListener listener = new CollectingListener();
    private ScriptedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer((head, in, out) -> {
            var peer = ScriptedPeer.accept(head, in, out);
            peer.text("hello");
            peer.ignore();
        });
    }

    @AfterEach
    void leaves_no_thread() throws Exception {
        jvm.restore();
        Authenticator.setDefault(null);
        server.close();
        Threads.awaitNone("withcdp-");
        Threads.awaitNone("WebSocket");
    }

    @Test
    void goes_through_a_tunnel_of_the_HTTP_proxy_which_finds_the_host() throws Exception {
        try (var proxy = ScriptedProxy.http()) {
            jvm.http(proxy.port());

            assertThat(hello("ws://ada:p%40ss@chrome.test:%s/devtools/browser/1?token=a%%20b"))
                    .isEqualTo("hello");

            assertThat(proxy.asked).containsExactly("CONNECT chrome.test:" + server.port() + " HTTP/1.1");
            var head = server.heads.get(0);
            assertThat(ScriptedServer.path(head)).isEqualTo("/devtools/browser/1?token=a%20b");
            assertThat(ScriptedServer.header(head, "Host")).isEqualTo("chrome.test:" + server.port());
            assertThat(ScriptedServer.header(head, "Authorization")).isEqualTo("Basic YWRhOnBAc3M="); // ada:p@ss
            assertThat(ScriptedServer.header(head, "X-Key")).isEqualTo("k");
            assertThat(proxy.heads.get(0)).doesNotContain("Authorization").doesNotContain("token");
        }
    }

    @Test
    void goes_through_the_SOCKS_proxy_which_finds_the_host() throws Exception {
        try (var proxy = ScriptedProxy.socks()) {
            jvm.socks(proxy.port());

            assertThat(hello("ws://chrome.test:%s/")).isEqualTo("hello");

            assertThat(proxy.asked).containsExactly("SOCKS chrome.test:" + server.port());
        }
    }

    @Test
    void never_goes_through_a_proxy_to_this_machine() throws Exception {
        try (var proxy = ScriptedProxy.http()) {
            jvm.http(proxy.port());
            jvm.set("http.nonProxyHosts", "");

            assertThat(hello("ws://127.0.0.1:%s/")).isEqualTo("hello");

            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void tells_the_proxy_who_is_asking_if_the_JVM_knows_and_allows_it() throws Exception {
        try (var proxy = ScriptedProxy.httpWanting("Basic YWRhOnBhc3M=")) {
            jvm.http(proxy.port());
            jvm.set(BASIC_ALLOWED, "");
            Authenticator.setDefault(new Login());

            assertThat(hello("ws://chrome.test:%s/")).isEqualTo("hello");
        }
    }

    @Test
    void says_what_a_proxy_needs_that_wants_to_know_who_is_asking() throws Exception {
        try (var proxy = ScriptedProxy.httpWanting("Basic YWRhOnBhc3M=")) {
            jvm.http(proxy.port());
            Authenticator.setDefault(new Login());

            assertThatThrownBy(() -> connect("ws://ada:topsecret@chrome.test:%s/?token=topsecret", LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageStartingWith(
                            "The browser at ws://…@chrome.test:%s/?… (through the HTTP proxy 127.0.0.1:%s of the JVM) is not reached through the proxy: it answered CONNECT chrome.test:%s with HTTP/1.1 407 Scripted. It wants to know who asks",
                            server.port(), proxy.port(), server.port())
                    .hasMessageContaining("Authenticator.setDefault")
                    .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=")
                    .hasStackTraceContaining("ProxyException")
                    .satisfies(e -> assertThat(StackTraces.of(e)).doesNotContain("topsecret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 403 Forbidden\r\n\r\n", "SSH-2.0\r\n\r\n", ""})
    void says_what_a_proxy_answered_that_refuses(String answer) throws Exception {
        try (var proxy = new ScriptedServer((head, in, out) -> out.write(answer.getBytes(UTF_8)))) {
            jvm.http(proxy.port());

            assertThatThrownBy(() -> connect("ws://chrome.test:%s/", LIMIT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("is not reached through the proxy")
                    .hasMessageContaining(answer.isEmpty() ? "with nothing" : answer.strip());
        }
    }

    @Test
    void says_if_a_proxy_does_not_listen() throws Exception {
        int port;
        try (var gone = ScriptedProxy.http()) {
            port = gone.port();
        }
        jvm.http(port);

        assertThatThrownBy(() -> connect("ws://chrome.test:%s/", LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("through the HTTP proxy 127.0.0.1:" + port)
                .hasMessageContaining("HTTP proxy 127.0.0.1:" + port + ": Connection refused");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gives_up_on_a_proxy_that_never_answers_or_trickles(boolean trickles) throws Exception {
        ScriptedServer.Script script = (head, in, out) -> {
            while (trickles) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // the slowness is what is tested
            }
            in.read(); // until the client hangs up
        };
        try (var proxy = new ScriptedServer(script)) {
            jvm.http(proxy.port());

            assertThatThrownBy(() -> connect("ws://chrome.test:%s/", SHORT))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("did not open a WebSocket within 300 ms");
            Threads.awaitNone("withcdp-"); // while the proxy would still talk
        }
    }

    private String hello(String url) throws Exception {
        try (var transport = connect(url, LIMIT)) {
            transport.start(listener);
            return listener.nextMessage();
        }
    }

    private Transport connect(String url, Duration limit) {
        return WebSocketTransport.connect(
                URI.create(url.replace(":%s", ":" + server.port()).replace("%%", "%")), Map.of("X-Key", "k"), limit);
    }

    private static final class Login extends Authenticator {

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("ada", "pass".toCharArray());
        }
    }
}
