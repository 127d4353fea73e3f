package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A proxy on this machine that leads every name to this machine, so that a test can use names that nobody else knows. */
final class ScriptedProxy implements AutoCloseable {

    /** What each client asked for: the first line of its request, or {@code SOCKS host:port}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** The heads of the requests to an HTTP proxy. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final boolean socks;
    private final String credentials;
    private final CountDownLatch answers;
    private final OpenSockets open = new OpenSockets("scripted-proxy");

    private ScriptedProxy(boolean socks, String credentials, CountDownLatch answers) throws IOException {
        this.socks = socks;
        this.answers = answers;
        this.credentials = credentials;
        this.server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        open.inBackground(this::serve);
    }

    /** An HTTP proxy: requests with a whole URL, and {@code CONNECT}. */
    static ScriptedProxy http() throws IOException {
        return new ScriptedProxy(false, "", new CountDownLatch(0));
    }

    /** An HTTP proxy that wants a {@code Proxy-Authorization} of this value. */
    static ScriptedProxy httpWanting(String credentials) throws IOException {
        return new ScriptedProxy(false, credentials, new CountDownLatch(0));
    }

    /** A SOCKS proxy, version 5. */
    static ScriptedProxy socks() throws IOException {
        return socksOnce(new CountDownLatch(0));
    }

    /** A SOCKS proxy that connects nobody before a latch is open. */
    static ScriptedProxy socksOnce(CountDownLatch answers) throws IOException {
        return new ScriptedProxy(true, "", answers);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() throws IOException {
        while (true) {
            var client = server.accept();
            open.add(client);
            open.inBackground(() -> {
                try (client) {
                    if (socks) {
                        socks(client);
                    } else {
                        http(client);
                    }
                }
            });
        }
    }

    private void http(Socket client) throws IOException {
        var head = ScriptedServer.readHead(client.getInputStream());
        heads.add(head);
        var line = head.lines().findFirst().orElse("");
        asked.add(line);
        if (!ScriptedServer.header(head, "Proxy-Authorization").equals(credentials)) {
            var challenge = "Proxy-Authenticate: Basic realm=\"corporate\"\r\nConnection: close\r\n";
            ScriptedServer.respond(client.getOutputStream(), 407, challenge, "Say who you are.");
            return;
        }
        var target = line.split(" ", 3)[1];
        boolean tunnel = line.startsWith("CONNECT ");
        var authority = tunnel ? target : target.replaceFirst("^http://([^/]+).*$", "$1");
        try (var there = connect(Integer.parseInt(authority.replaceFirst("^.*:", "")))) {
            if (tunnel) {
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(UTF_8));
            } else {
                there.getOutputStream()
                        .write(head.replace("http://" + authority, "").getBytes(UTF_8));
            }
            carry(client, there);
        }
    }

    private void socks(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        in.readByte();
        in.readFully(new byte[in.readUnsignedByte()]);
        await();
        client.getOutputStream().write(new byte[] {5, 0});
        in.readFully(new byte[3]);
        int kind = in.readByte();
        var host = new byte[kind == 3 ? in.readUnsignedByte() : kind == 4 ? 16 : 4];
        in.readFully(host);
        int port = in.readUnsignedShort();
        asked.add("SOCKS " + (kind == 3 ? new String(host, UTF_8) : "an address") + ":" + port);
        try (var there = connect(port)) {
            client.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
            carry(client, there);
        }
    }

    private void await() throws InterruptedIOException {
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private Socket connect(int port) throws IOException {
        var there = new Socket(Proxy.NO_PROXY);
        open.add(there);
        there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return there;
    }

    private void carry(Socket client, Socket there) throws IOException {
        open.inBackground(() -> {
            try (there) {
                copy(client.getInputStream(), there.getOutputStream());
            }
        });
        copy(there.getInputStream(), client.getOutputStream());
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.close();
    }
}
