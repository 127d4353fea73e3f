package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.util.Loggers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * Where each connection of a browser ends that {@code Fetch} cannot pause: a server on the loopback address that speaks what WebSockets of the
 * recording have heard, and refuses everything else.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final int START_SECONDS = 10;
    private static final int STOP_MILLIS = 1000;

    private final List<ServedSockets> tests = new CopyOnWriteArrayList<>();
    private final Server server = new Server();

    private LoopbackServer() {}

    /**
     * Start one, on a port that is free.
     *
     * @throws IllegalStateException if there is none
     */
    public static LoopbackServer start() {
        var loopback = new LoopbackServer();
        loopback.server.start();
        try {
            loopback.server.started.get(START_SECONDS, TimeUnit.SECONDS);
            return loopback;
        } catch (ExecutionException | TimeoutException refused) {
            loopback.close();
            throw new IllegalStateException("Cannot open a port on the loopback address", refused);
        } catch (InterruptedException interrupt) {
            loopback.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a port on the loopback address was opened", interrupt);
        }
    }

    /** Return the switches that lead each connection of a browser here, whatever host it is for. */
    public List<String> switches() {
        return List.of(
                "--host-resolver-rules=MAP * %s:%d".formatted(address(), server.getPort()),
                "--no-proxy-server",
                // Service workers would have Chrome ask a server before they are asked themselves; and pages that came
                // from nowhere may not open WebSockets to this machine.
                "--disable-features=ServiceWorkerAutoPreload,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets");
    }

    private static String address() {
        var address = InetAddress.getLoopbackAddress().getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    void add(ServedSockets sockets) {
        tests.add(sockets);
    }

    void remove(ServedSockets sockets) {
        tests.remove(sockets);
        sockets.end();
    }

    private Optional<SocketPlayer> player(String url) {
        for (var sockets : tests) {
            var player = sockets.take(url);
            if (player.isPresent()) {
                return player;
            }
        }
        tests.stream().findFirst().ifPresent(sockets -> sockets.missed(url));
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            server.stop(STOP_MILLIS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    /** The side of the library. Its callbacks come on its own threads, and none of them waits. */
    private final class Server extends WebSocketServer {

        private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, List.of(new RecordedHandshake()));
            setWebSocketFactory(FlushedWebSocket.factory());
            setDaemon(true);
            setTcpNoDelay(true);
            setConnectionLostTimeout(0); // a page that stands still at a breakpoint answers no pings
        }

        @Override
        public void onStart() {
            started.complete(null);
        }

        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
                WebSocket socket, Draft draft, ClientHandshake request) {
            var player = player("ws://" + request.getFieldValue("Host") + request.getResourceDescriptor());
            player.ifPresent(socket::setAttachment);
            return player.map(SocketPlayer::handshake)
                    .orElseGet(() -> RecordedHandshake.Refusal.of(502, "Not recorded"));
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake request) {
            playerOf(socket).ifPresent(player -> player.play((FlushedWebSocket) socket));
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            playerOf(socket).ifPresent(player -> player.hear(text));
        }

        @Override
        public void onMessage(WebSocket socket, ByteBuffer bytes) {
            playerOf(socket).ifPresent(player -> player.hear(bytes));
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason, boolean remote) {
            playerOf(socket).ifPresent(SocketPlayer::end);
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            playerOf(socket).ifPresent(SocketPlayer::end);
        }

        @Override
        public void onError(@Nullable WebSocket socket, Exception problem) {
            if (socket == null) { // it is the server's own
                started.completeExceptionally(problem);
            }
            Loggers.of(LoopbackServer.class)
                    .log(System.Logger.Level.DEBUG, "A WebSocket that is served has ended", problem);
        }

        private static Optional<SocketPlayer> playerOf(WebSocket socket) {
            return Optional.ofNullable(socket.getAttachment());
        }
    }
}
