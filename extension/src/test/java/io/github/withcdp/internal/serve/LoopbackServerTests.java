package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How WebSockets begin, or do not; what is said on them is in {@code ServedSocketTests}. */
class LoopbackServerTests {

    private static final int LIMIT = 30_000;

    private final LoopbackServer server = LoopbackServer.start();
    private final CompletableFuture<LoopbackServer> started = new CompletableFuture<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_was_refused_is_refused_with_the_same_status() throws IOException {
        serve(socket("ws://chat.test/room")
                .failed("Error during WebSocket handshake: Unexpected response code: 403")
                .exchange());

        try (var page = open("/room")) {
            assertThat(head(page)).startsWith("HTTP/1.1 403 ").doesNotContain("Sec-WebSocket-Accept");
        }
    }

    @Test
    void what_was_not_recorded_is_refused() throws IOException {
        try (var page = open("/other")) {
            assertThat(head(page)).startsWith("HTTP/1.1 502 Not recorded\r\n");
        }
    }

    @Test
    void where_nobody_listened_the_connection_ends() throws IOException {
        serve(socket("ws://chat.test/room")
                .failed("Error in connection establishment: net::ERR_CONNECTION_REFUSED")
                .exchange());

        try (var page = open("/room")) {
            assertThat(head(page)).isEmpty();
        }
    }

    @Test
    void what_was_never_answered_stays_silent_until_the_end() throws IOException {
        serve(socket("ws://chat.test/room").unfinished().exchange());

        try (var silent = open("/room")) {
            try (var page = open("/room")) {
                assertThat(head(page)).as("each is played once").startsWith("HTTP/1.1 502 ");
            }
            assertThat(silent.getInputStream().available()).isZero();

            server.close();

            assertThat(head(silent)).doesNotContain("HTTP");
        }
    }

    @Test
    void who_speaks_TLS_is_not_kept_waiting() throws IOException {
        try (var page = connect()) {
            page.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xFC, 3, 3});

            assertThat(head(page)).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void no_thread_stays() throws InterruptedException {
        var group = new ThreadGroup("served"); // which threads are of that their starter is of
        var starter = new Thread(group, () -> started.complete(LoopbackServer.start()));
        starter.start();
        var other = started.join();
        starter.join(LIMIT);
        var threads = new Thread[10];
        int number = group.enumerate(threads);
        assertThat(number).isPositive();

        other.close();

        for (int i = 0; i < number; i++) {
            threads[i].join(LIMIT);
            assertThat(threads[i].isAlive()).as(threads[i].getName()).isFalse();
        }
    }

    private void serve(Exchange socket) {
        server.add(new ServedSockets(
                List.of(socket), new ServedTally("here", "", new AnswerPool(List.of(), false)), true));
    }

    private static Asked socket(String url) {
        return Asked.get(url).of("WebSocket");
    }

    private Socket connect() throws IOException {
        var rules = server.switches().get(0);
        int port = Integer.parseInt(rules.substring(rules.lastIndexOf(':') + 1));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LIMIT);
        return socket;
    }

    private Socket open(String path) throws IOException {
        var socket = connect();
        socket.getOutputStream().write(PageHandshake.of(path));
        return socket;
    }

    /** Return what is said until the end of the head, or of the connection. */
    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
