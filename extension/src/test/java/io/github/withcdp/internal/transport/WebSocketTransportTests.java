package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WebSocketTransportTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CollectingListener listener = new CollectingListener();
    private final List<Transport> opened = new ArrayList<>();
    private ScriptedServer server;

    /** What a peer does once the handshake is done. */
    private interface Play {
        void play(ScriptedPeer peer) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedServer((head, in, out) -> in.read());
    }

    @AfterEach
    void leaves_no_thread() throws Exception {
        opened.forEach(Transport::close);
        server.close();
        Threads.awaitNone("withcdp-");
        Threads.awaitNone("WebSocket");
        Threads.awaitNone("connectionLostChecker");
    }

    @Test
    void sends_text_and_delivers_the_answer_on_its_own_daemon_thread() throws Exception {
        var frame = new CompletableFuture<ScriptedPeer.Frame>();
        var transport = connect(peer -> {
            frame.complete(peer.read());
            peer.text("{\"id\":1,\"result\":\"é\"}");
            peer.ignore();
        });
        transport.start(listener);
        var json = "{\"id\":1}and what is left from before".getBytes(US_ASCII);
        transport.send(json, 8);

        assertThat(listener.nextMessage()).isEqualTo("{\"id\":1,\"result\":\"é\"}");
        assertThat(frame.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"id\":1}");
        assertThat(frame.join().opcode()).isEqualTo(ScriptedPeer.TEXT);
        assertThat(listener.threads).hasSize(1).allMatch(name -> name.startsWith("withcdp-reader-"));
        assertThat(Threads.any(thread -> thread.getName().startsWith("WebSocket") && !thread.isDaemon()))
                .isFalse();
        assertThat(new String(json, US_ASCII)).endsWith("from before");
    }

    @Test
    void asks_without_an_origin_or_compression_and_with_the_headers_given() throws Exception {
        connect("/devtools/browser/1?token=a%20b", Map.of("X-Token", "t"), ScriptedPeer::ignore);

        var head = server.heads.get(0);
        assertThat(ScriptedServer.path(head)).isEqualTo("/devtools/browser/1?token=a%20b");
        assertThat(ScriptedServer.header(head, "X-Token")).isEqualTo("t");
        assertThat(ScriptedServer.header(head, "Host")).isEqualTo(server.address());
        assertThat(head).doesNotContainIgnoringCase("origin:").doesNotContainIgnoringCase("extensions");
    }

    @Test
    void puts_together_what_comes_in_several_frames() throws Exception {
        var transport = connect(peer -> {
            var euro = "€".getBytes(UTF_8);
            peer.frame(false, ScriptedPeer.TEXT, "a".getBytes(UTF_8));
            peer.frame(true, ScriptedPeer.PING, new byte[] {1});
            peer.frame(false, ScriptedPeer.CONTINUATION, Arrays.copyOf(euro, 1));
            peer.frame(true, ScriptedPeer.CONTINUATION, Arrays.copyOfRange(euro, 1, euro.length));
            peer.text("whole");
            peer.ignore();
        });
        transport.start(listener);

        assertThat(listener.nextMessage()).isEqualTo("a€");
        assertThat(listener.nextMessage()).isEqualTo("whole");
    }

    @Test
    void delivers_what_came_before_it_was_started() throws Exception {
        var sent = new CompletableFuture<Boolean>();
        var transport = connect(peer -> {
            peer.text("early");
            sent.complete(true);
            peer.frame(true, ScriptedPeer.CLOSE, new byte[] {3, (byte) 233}); // 1001
            peer.ignore();
        });
        sent.get(20, TimeUnit.SECONDS);
        transport.start(listener);

        assertThat(listener.nextMessage()).isEqualTo("early");
        assertThat(listener.awaitClosed()).contains("closed by the browser: 1001");
    }

    @Test
    void answers_a_ping() throws Exception {
        var answer = new CompletableFuture<ScriptedPeer.Frame>();
        connect(peer -> {
            peer.frame(true, ScriptedPeer.PING, "hello".getBytes(UTF_8));
            answer.complete(peer.read());
        });

        assertThat(answer.get(20, TimeUnit.SECONDS).opcode()).isEqualTo(ScriptedPeer.PONG);
        assertThat(answer.join().text()).isEqualTo("hello");
    }

    @Test
    void delivers_a_large_message() throws Exception {
        var large = "x".repeat(20_000_000);
        var transport = connect(peer -> {
            peer.text(large);
            peer.ignore();
        });
        transport.start(listener);

        assertThat(listener.nextMessage().equals(large)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void names_the_limit_that_a_message_went_over(boolean inOneFrame) throws Exception {
        server.play((head, in, out) -> {
            var peer = ScriptedPeer.accept(head, in, out);
            peer.frame(inOneFrame, ScriptedPeer.TEXT, new byte[inOneFrame ? 200_000 : 60_000]);
            if (!inOneFrame) {
                peer.frame(true, ScriptedPeer.CONTINUATION, new byte[60_000]);
            }
            peer.ignore();
        });
        var transport = WebSocketTransport.connect(url("/"), Map.of(), LIMIT, 100_000);
        opened.add(transport);
        transport.start(listener);

        assertThat(listener.awaitClosed()).contains("more than 0.1 MiB", "-Xmx");
    }

    @Test
    void says_that_the_connection_broke_if_it_ends_without_a_goodbye() throws Exception {
        var transport = connect(peer -> {
            peer.text("last");
            peer.read();
        });
        transport.start(listener);
        assertThat(listener.nextMessage()).isEqualTo("last");
        transport.send("{}".getBytes(US_ASCII), 2);

        assertThat(listener.awaitClosed()).contains("1006", "broke without a goodbye");
        Threads.awaitNone("WebSocket");
        assertThatThrownBy(() -> transport.send("{}".getBytes(US_ASCII), 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1006");
        assertThat(listener.closed).hasSize(1);
    }

    @Test
    @Tag("faults")
    void goes_on_after_an_error_of_the_listener() throws Exception {
        var transport = connect(peer -> {
            peer.text("bad");
            peer.text("good");
            peer.ignore();
        });
        transport.start(listener.failingFor(3));

        assertThat(listener.nextMessage()).isEqualTo("good");
    }

    @Test
    @Tag("faults")
    void ends_with_the_reason_when_memory_is_out() throws Exception {
        var transport = connect(peer -> {
            peer.text("heavy");
            peer.ignore();
        });
        transport.start(listener.withoutMemory());

        assertThat(listener.awaitClosed()).contains("5 bytes", "OutOfMemoryError: as wanted by the test");
        Threads.awaitNone("WebSocket");
    }

    @Test
    @Tag("faults")
    void ends_with_the_reason_when_a_class_is_missing() throws Exception {
        var transport = connect(peer -> {
            peer.text("heavy");
            peer.ignore();
        });
        transport.start(listener.withoutClass());

        assertThat(listener.awaitClosed()).contains("5 bytes", "NoClassDefFoundError: as wanted by the test");
        Threads.awaitNone("WebSocket");
    }

    @Test
    @Tag("faults")
    void closes_in_time_although_the_peer_is_frozen_and_reads_nothing() throws Exception {
        var over = new CompletableFuture<Boolean>();
        var transport = connect(peer -> over.orTimeout(100, TimeUnit.SECONDS).join());
        transport.start(listener);
        transport.send(new byte[50_000_000], 50_000_000); // more than the buffers of the sockets hold

        transport.close();

        assertThat(listener.awaitClosed()).isEqualTo("closed by this side");
        Threads.awaitNone("WebSocket");
        over.complete(true);
    }

    @Test
    @Tag("faults")
    void refuses_to_pile_up_commands_for_a_peer_that_does_not_read() throws Exception {
        var over = new CompletableFuture<Boolean>();
        var transport = connect(peer -> over.orTimeout(100, TimeUnit.SECONDS).join());
        transport.start(listener);
        var command = new byte[40_000_000];

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        transport.send(command, command.length);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not read")
                .hasMessageContaining("40000000 bytes was not sent");
        over.complete(true);
    }

    @Test
    @Tag("faults")
    void refuses_a_command_that_Chrome_would_hang_up_on() throws Exception {
        var transport = connect(ScriptedPeer::ignore);

        assertThatThrownBy(() -> transport.send(new byte[0], Transport.MAX_COMMAND_BYTES + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("104857601 bytes")
                .hasMessageContaining("100 MiB");
    }

    @Test
    void says_goodbye_when_it_is_closed_and_can_be_closed_by_its_own_listener() throws Exception {
        var goodbye = new CompletableFuture<ScriptedPeer.Frame>();
        var transport = connect(peer -> {
            peer.text("close now");
            goodbye.complete(peer.read());
            peer.frame(true, ScriptedPeer.CLOSE, new byte[] {3, (byte) 232});
        });
        transport.start(listener.closing(transport));

        assertThat(goodbye.get(20, TimeUnit.SECONDS).opcode()).isEqualTo(ScriptedPeer.CLOSE);
        assertThat(listener.awaitClosed()).isEqualTo("closed by this side");
    }

    @Test
    void tells_of_the_end_if_it_is_started_after_it_was_closed() throws Exception {
        var transport = connect(ScriptedPeer::ignore);
        transport.close();
        transport.start(listener);

        assertThat(listener.awaitClosed()).isEqualTo("closed by this side");
        assertThatThrownBy(() -> transport.start(listener)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"403, token or password", "404, may be gone", "500, may be gone"})
    void shows_the_status_and_the_text_of_a_refusal_and_no_secret(int status, String hint) throws Exception {
        server.play((head, in, out) -> ScriptedServer.respond(out, status, "", "No such target id: topsecret"));

        assertThatThrownBy(() -> WebSocketTransport.connect(url("/x?token=topsecret"), Map.of(), LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining(status + " Scripted: No such target id: …")
                .hasMessageContaining(hint)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void asks_by_HTTP_if_a_refusal_has_no_text() throws Exception {
        server.play((head, in, out) -> {
            boolean upgrade = ScriptedServer.header(head, "Upgrade").equals("websocket");
            ScriptedServer.respond(out, upgrade ? 403 : 200, "", upgrade ? "" : "{\"Browser\":\"Other/1\"}");
        });

        assertThatThrownBy(() -> WebSocketTransport.connect(url("/x"), Map.of(), LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("403 Scripted; to /json/version it says 200 Scripted: {\"Browser\":\"Other/1\"}");
    }

    @Test
    void connects_by_number_if_the_name_is_refused() throws Exception {
        var self = InetAddress.getLocalHost();
        var script = ScriptedServer.refusingNames(
                (head, in, out) -> ScriptedPeer.accept(head, in, out).text("hello"));
        try (var chrome = new ScriptedServer(self, script)) {
            var url = URI.create("ws://" + self.getHostName() + ":" + chrome.port() + "/devtools/browser/1");
            var transport = WebSocketTransport.connect(url, Map.of(), LIMIT);
            opened.add(transport);
            transport.start(listener);

            assertThat(listener.nextMessage()).isEqualTo("hello");
        }
    }

    @Test
    void says_if_something_else_than_HTTP_answers() throws Exception {
        server.play((head, in, out) -> out.write("220 mail ready\r\n\r\n".getBytes(UTF_8)));

        assertThatThrownBy(() -> WebSocketTransport.connect(url("/x"), Map.of(), LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("does not speak HTTP: 220 mail ready");
    }

    @Test
    void gives_up_on_a_server_that_never_answers() throws Exception {

        assertThatThrownBy(() -> WebSocketTransport.connect(url("/x"), Map.of(), Duration.ofMillis(300)))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("within 300 ms");
    }

    @Test
    void says_how_to_start_a_browser_if_nothing_listens() throws Exception {
        server.close();

        assertThatThrownBy(() -> WebSocketTransport.connect(url("/x"), Map.of(), LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("nothing listens there (127.0.0.1: ")
                .hasMessageContaining("--remote-debugging-port=" + server.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/x", "//localhost", "ws:/x", "x"})
    void takes_WebSocket_URLs_only(String url) {
        assertThatThrownBy(() -> WebSocketTransport.connect(URI.create(url), Map.of(), LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no WebSocket URL");
    }

    private WebSocketTransport connect(Play play) {
        return connect("/devtools/browser/1", Map.of(), play);
    }

    private WebSocketTransport connect(String path, Map<String, String> headers, Play play) {
        server.play((head, in, out) -> play.play(ScriptedPeer.accept(head, in, out)));
        var transport = WebSocketTransport.connect(url(path), headers, LIMIT);
        opened.add(transport);
        return transport;
    }

    private URI url(String path) {
        return URI.create("ws://" + server.address() + path);
    }
}
