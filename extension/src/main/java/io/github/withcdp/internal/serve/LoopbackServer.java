package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where each connection of a browser ends that {@code Fetch} cannot pause: a server on the loopback address that speaks what WebSockets of the
 * recording have heard, and refuses everything else.
 */
public final class LoopbackServer implements AutoCloseable {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int HEAD_LIMIT = 10_000;

    private final ServerSocket server;
    private final List<ServedSockets> tests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private LoopbackServer(ServerSocket server) {
        this.server = server;
    }

    /** Start one, on a port that is free. */
    public static LoopbackServer start() {
        try {
            var server = new LoopbackServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on the loopback address", e);
        }
    }

    /** Return the switches that lead each connection of a browser here, whatever host it is for. */
    public List<String> switches() {
        return List.of(
                "--host-resolver-rules=MAP * %s:%d".formatted(address(), server.getLocalPort()),
                "--no-proxy-server",
                // Service workers would have Chrome ask a server before they are asked themselves; and pages that came
                // from
                // nowhere may not open WebSockets to this machine.
                "--disable-features=ServiceWorkerAutoPreload,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets");
    }

    private String address() {
        var address = server.getInetAddress().getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    void add(ServedSockets sockets) {
        tests.add(sockets);
    }

    void remove(ServedSockets sockets) {
        tests.remove(sockets);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                // Then it is over; or the connection was, before it was taken.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(HEAD_LIMIT);
            connection.setTcpNoDelay(true);
            var in = new BufferedInputStream(connection.getInputStream());
            var head = UpgradeRequest.parse(head(in));
            connection.setSoTimeout(0);
            var socket = head.flatMap(this::socket);
            if (socket.isPresent()) {
                socket.get().play(head.get(), in, connection.getOutputStream());
            } else {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 502 Not recorded\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(ISO_8859_1));
            }
        } catch (IOException gone) {
            // The page has left, or what came was no request.
        } finally {
            connections.remove(connection);
        }
    }

    private Optional<SocketPlayer> socket(UpgradeRequest request) {
        for (var sockets : tests) {
            var socket = sockets.take(request.url());
            if (socket.isPresent()) {
                return socket;
            }
        }
        tests.stream().findFirst().ifPresent(sockets -> sockets.missed(request.url()));
        return Optional.empty();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended within the head of a request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "withcdp-serve-loopback");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }
}
