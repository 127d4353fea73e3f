package io.github.withcdp.internal.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server that says each message back. */
final class EchoSocket extends WebSocketServer {

    private final CountDownLatch started = new CountDownLatch(1);

    private EchoSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setDaemon(true);
        setReuseAddr(true);
    }

    static EchoSocket open() {
        var server = new EchoSocket();
        server.start();
        try {
            if (!server.started.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not start");
            }
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
        return server;
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/echo";
    }

    @Override
    public void onMessage(WebSocket peer, String text) {
        peer.send(text);
    }

    @Override
    public void onMessage(WebSocket peer, ByteBuffer bytes) {
        peer.send(bytes);
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

    void close() throws InterruptedException {
        stop(5_000);
    }
}
