package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.serve.FlushedWebSocket;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page hears what its WebSocket heard in the recording, while its server counts who comes nevertheless. */
class ServedSocketTests {

    @TempDir
    static Path recorded;

    @TempDir
    Path reports;

    @BeforeAll
    static void record() throws InterruptedException {
        Chat.open();
        var failure = FixtureRun.of(ChatTestCase.class, recorded).execute().failure();
        assertThat(failure).hasMessage(ChatTestCase.HEARD);
        Chat.visitors.set(0);
    }

    @AfterAll
    static void close() throws InterruptedException {
        Chat.close();
    }

    @Test
    void the_page_hears_the_same_in_the_same_order_and_the_end() {
        var failure = served().execute().failure();

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage(ChatTestCase.HEARD);
        assertThat(failure.getSuppressed())
                .anySatisfy(note -> assertThat(note).asString().endsWith(" 0 missed"));
        assertThat(Chat.visitors).hasValue(0);
    }

    @Test
    void what_the_page_says_instead_and_a_socket_that_was_not_recorded_are_missed() {
        ChatTestCase.question = "what?";
        ChatTestCase.further = true;
        try {
            var failure = served().execute().failure();

            assertThat(failure.getSuppressed())
                    .anySatisfy(note -> assertThat(note.toString().replaceAll("127.0.0.1:\\d+", "chat.test"))
                            .startsWith("""
                            The test asked 2 times for what the recording does not have (withcdp.serve):
                              WebSocket ws://chat.test/room sent what?
                                  recorded: who?
                              WebSocket ws://chat.test/other
                                  was not recorded, or not that often
                            Served from"""));
            assertThat(Chat.visitors).hasValue(0);
        } finally {
            ChatTestCase.question = "who?";
            ChatTestCase.further = false;
        }
    }

    private FixtureRun served() {
        return FixtureRun.of(ChatTestCase.class, reports).with("withcdp.serve", recorded.toString());
    }

    @WithCDP
    static class ChatTestCase {

        static final String HEARD = "open 'v2', welcome, Ada, 3 bytes, closed 1000";
        static volatile String question = "who?";
        static volatile boolean further;

        @Test
        void says_who_is_there(CDPSession page) {
            page.navigate(Chat.page());
            var heard = page.evaluate("""
                    new Promise(done => {
                      const heard = [];
                      const room = new WebSocket('%s/room', ['v2']);
                      room.binaryType = 'arraybuffer';
                      room.onopen = () => heard.push(`open '${room.protocol}'`);
                      room.onmessage = message => {
                        heard.push(typeof message.data === 'string' ? message.data : message.data.byteLength + ' bytes');
                        if (heard.length === 2) room.send('%s');
                      };
                      room.onclose = end => done(heard.concat('closed ' + end.code).join(', '));
                    })""".formatted(Chat.url(), question));
            if (further) {
                page.evaluate("new Promise(done => { new WebSocket('%s/other').onerror = () => done(1) })"
                        .formatted(Chat.url()));
            }
            throw new IllegalStateException(heard.asString());
        }
    }

    /** A server that welcomes, answers a text with a name and three bytes, and closes. */
    private static final class Chat extends WebSocketServer {

        static final AtomicInteger visitors = new AtomicInteger();
        private static final CountDownLatch started = new CountDownLatch(1);
        private static final Chat chat = new Chat();
        private static final HttpServer pages = pages();

        private Chat() {
            super(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    1,
                    List.of(new Draft_6455(List.of(), List.of(new Protocol("v2")))));
            setWebSocketFactory(FlushedWebSocket.factory());
            setDaemon(true);
        }

        private static HttpServer pages() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    try (exchange) {
                        var page = "<!doctype html><title>Chat</title>".getBytes(UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                    }
                });
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void open() throws InterruptedException {
            pages.start();
            chat.start();
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        }

        static void close() throws InterruptedException {
            pages.stop(0);
            chat.stop(0);
        }

        static String url() {
            return "ws://127.0.0.1:" + chat.getPort();
        }

        static String page() {
            return "http://127.0.0.1:" + pages.getAddress().getPort() + "/";
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket peer, ClientHandshake handshake) {
            visitors.incrementAndGet();
            peer.send("welcome");
        }

        @Override
        public void onMessage(WebSocket peer, String text) {
            peer.send("Ada");
            peer.send(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            peer.close(1000);
        }

        @Override
        public void onClose(WebSocket peer, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket peer, Exception problem) {}
    }
}
