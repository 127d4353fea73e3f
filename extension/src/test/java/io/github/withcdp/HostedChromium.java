package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.transport.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A browser behind a server that wants a header, as those are that one rents. Gone with its browser when it is closed. */
final class HostedChromium implements AutoCloseable {

    private final RunningChromium chromium;
    private final ScriptedServer gate;

    private HostedChromium(RunningChromium chromium, String header, String value, boolean webSocketOnly)
            throws IOException {
        this.chromium = chromium;
        this.gate = new ScriptedServer((head, in, out) -> {
            boolean webSocket = !ScriptedServer.header(head, "Upgrade").isEmpty();
            if (!ScriptedServer.header(head, header).equals(value)) {
                ScriptedServer.respond(out, 401, "", "Who are you? Not " + ScriptedServer.header(head, header));
            } else if (webSocketOnly && !webSocket) {
                ScriptedServer.respond(out, 404, "", "<html>Only WebSockets here</html>");
            } else {
                pass(head, in, out);
            }
        });
    }

    /** Start one that wants a header of this value. */
    static HostedChromium start(RunningChromium chromium, String header, String value) throws IOException {
        return new HostedChromium(chromium, header, value, false);
    }

    /** Start one that wants a header of this value, and passes on nothing but the WebSocket. */
    static HostedChromium webSocketOnly(RunningChromium chromium, String header, String value) throws IOException {
        return new HostedChromium(chromium, header, value, true);
    }

    /** Return its host and port. */
    String address() {
        return gate.address();
    }

    private void pass(String head, InputStream in, OutputStream out) throws IOException {
        try (var there = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(chromium.port()))) {
            // Chrome knows no queries but one, and nothing of its place.
            var line = head.lines().findFirst().orElse("");
            var bare = line.contains("/json/new") ? line : line.replaceFirst("\\?\\S*", "");
            there.getOutputStream()
                    .write(head.replace(line, bare)
                            .replaceFirst("(?i)\r\nhost:[^\r]*", "\r\nHost: localhost")
                            .getBytes(UTF_8));
            var back = new Thread(() -> carry(in, there), "hosted-chromium");
            back.setDaemon(true);
            back.start();
            there.getInputStream().transferTo(out);
        }
    }

    private static void carry(InputStream in, Socket there) {
        try (there) {
            in.transferTo(there.getOutputStream());
        } catch (IOException e) {
            // One side hung up: the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
