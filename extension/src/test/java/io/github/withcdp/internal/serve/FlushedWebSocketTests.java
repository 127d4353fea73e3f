package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.List;
import org.java_websocket.SocketChannelIOHelper;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens in the moment in which the library finds that all is written. */
@Timeout(60)
class FlushedWebSocketTests {

    private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 0xE8};

    private final Page page = new Page();
    private int forgotten;

    @Test
    void a_close_that_comes_just_then_is_written_before_the_end() throws IOException {
        var closing = new FlushedWebSocket(listener(), List.of(new RecordedHandshake())) {
            private boolean asked;

            @Override
            public synchronized boolean isFlushAndClose() {
                if (!asked) { // the library has seen already that nothing is left to write
                    asked = true;
                    close(1000);
                }
                return super.isFlushAndClose();
            }
        };
        open(closing);

        write(closing);
        assertThat(closing.isClosed()).isFalse();

        page.heard.reset();
        write(closing);
        assertThat(page.heard.toByteArray()).isEqualTo(CLOSE);
        assertThat(closing.isClosed()).isTrue();
    }

    @Test
    void what_the_library_has_forgotten_is_written_when_it_is_reminded() throws Exception {
        var socket = new FlushedWebSocket(listener(), List.of(new RecordedHandshake()));
        open(socket);
        write(socket);

        forgotten = 3;
        socket.send("bye");
        socket.flush();

        assertThat(forgotten).isZero();
        assertThat(page.heard.toString(ISO_8859_1)).endsWith("bye");
    }

    @Test
    void nothing_is_waited_for_when_the_connection_has_gone() throws Exception {
        var socket = new FlushedWebSocket(listener(), List.of(new RecordedHandshake()));
        open(socket);

        socket.closeConnection(1006, "gone");
        socket.flush();

        assertThat(socket.hasBufferedData()).isTrue();
    }

    private static void open(WebSocketImpl socket) {
        socket.decode(ByteBuffer.wrap(PageHandshake.of("/room")));
        assertThat(socket.isOpen()).isTrue();
    }

    private void write(WebSocketImpl socket) throws IOException {
        SocketChannelIOHelper.batch(socket, page);
    }

    /** A server that writes only when it is told so once more. */
    private WebSocketListener listener() {
        return (WebSocketListener) Proxy.newProxyInstance(
                WebSocketListener.class.getClassLoader(),
                new Class<?>[] {WebSocketListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("onWriteDemand") && forgotten > 0 && --forgotten == 0) {
                        write((WebSocketImpl) arguments[0]);
                    }
                    return method.getName().equals("onWebsocketHandshakeReceivedAsServer")
                            ? new HandshakeImpl1Server()
                            : null;
                });
    }

    /** Hears all that is written. */
    private static final class Page implements ByteChannel {

        final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        @Override
        public int read(ByteBuffer into) {
            return 0;
        }

        @Override
        public int write(ByteBuffer from) {
            int length = from.remaining();
            while (from.hasRemaining()) {
                heard.write(from.get());
            }
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
