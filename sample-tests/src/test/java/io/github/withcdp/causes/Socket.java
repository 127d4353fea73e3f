package io.github.withcdp.causes;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The server of WebSockets on a port of its own, which does with each text what it was told to do. */
final class Socket extends WebSocketServer implements AutoCloseable {

    private final BiConsumer<WebSocket, String> answers;
    private final CountDownLatch started = new CountDownLatch(1);

    private Socket(BiConsumer<WebSocket, String> answers) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.answers = answers;
        setDaemon(true);
    }

    static Socket open(BiConsumer<WebSocket, String> answers) {
        var socket = new Socket(answers);
        socket.start();
        Site.await(socket.started);
        return socket;
    }

    String url(String path) {
        return "ws://127.0.0.1:" + getPort() + path;
    }

    @Override
    public void onMessage(WebSocket peer, String text) {
        answers.accept(peer, text);
    }

    @Override
    public void onMessage(WebSocket peer, ByteBuffer bytes) {
        throw new UnsupportedOperationException("the pages here send texts only");
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket peer, ClientHandshake handshake) {
        // waits to be spoken to
    }

    @Override
    public void onClose(WebSocket peer, int code, String reason, boolean remote) {
        // as the page likes
    }

    @Override
    public void onError(WebSocket peer, Exception problem) {
        // shows in what the page receives
    }

    @Override
    public void close() {
        try {
            stop(1_000);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
