package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that reads the head of a request and then does what the test says. */
public final class ScriptedServer implements AutoCloseable {

    /** What to do with a connection whose request was read. */
    public interface Script {
        void play(String requestHead, InputStream in, OutputStream out) throws IOException;
    }

    public final List<String> heads = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final OpenSockets open = new OpenSockets("scripted-server");
    private volatile Script script;

    public ScriptedServer(Script script) throws IOException {
        this(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), script);
    }

    ScriptedServer(InetAddress address, Script script) throws IOException {
        this(new ServerSocket(0, 50, address), script);
    }

    /** Serve on a socket of another kind, which is bound here unless it is. */
    ScriptedServer(ServerSocket server, Script script) throws IOException {
        this.script = script;
        this.server = server;
        if (!server.isBound()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }
        open.inBackground(this::serve);
    }

    /** A server that gives the same answer to everything. */
    static ScriptedServer answering(int status, String body) throws IOException {
        return new ScriptedServer((head, in, out) -> respond(out, status, "", body));
    }

    public int port() {
        return server.getLocalPort();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    void play(Script next) {
        script = next;
    }

    public static void respond(OutputStream out, int status, String headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var head = "HTTP/1.1 %d Scripted\r\nContent-Length: %d\r\n%s\r\n".formatted(status, bytes.length, headers);
        out.write((head + body).getBytes(UTF_8));
        out.flush();
    }

    /** Answer a request with a name in its {@code Host} header as Chrome does, and play the script for others. */
    static Script refusingNames(Script script) {
        return (head, in, out) -> {
            if (Hosts.isAcceptable(header(head, "Host").replaceFirst(":\\d+$", ""))) {
                script.play(head, in, out);
            } else {
                respond(out, 500, "", "Host header is specified and is not an IP address or localhost.");
            }
        };
    }

    public static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Return what is asked for, {@code /json/version?a=b}. */
    public static String path(String head) {
        return head.split(" ", 3)[1];
    }

    private void serve() throws IOException {
        while (true) {
            var socket = server.accept();
            open.add(socket);
            open.inBackground(() -> {
                try (socket) {
                    var head = readHead(socket.getInputStream());
                    heads.add(head);
                    script.play(head, socket.getInputStream(), socket.getOutputStream());
                }
            });
        }
    }

    static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                break;
            }
            head.append((char) one);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.close();
    }
}
