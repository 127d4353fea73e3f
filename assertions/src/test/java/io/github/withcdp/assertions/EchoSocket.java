package io.github.withcdp.assertions;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A server of WebSockets for one client, to whom it says again the first short text that it hears. */
record EchoSocket(ServerSocket server) implements Closeable {

    static EchoSocket start() throws IOException {
        var echo = new EchoSocket(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        var thread = new Thread(echo::serve, "echo");
        thread.setDaemon(true);
        thread.start();
        return echo;
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/live";
    }

    private void serve() {
        try (var socket = server.accept()) {
            shakeHands(socket);
            echo(socket);
            server.accept().close(); // until the test ends
        } catch (IOException closed) {
            // The test has ended.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shakeHands(Socket socket) throws IOException, NoSuchAlgorithmException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        var key = "";
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        byte[] digest = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
        var answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void echo(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        byte opcode = in.readByte();
        int length = in.readByte() & 0x7f;
        byte[] mask = in.readNBytes(4);
        byte[] frame = new byte[2 + length];
        frame[0] = opcode;
        frame[1] = (byte) length;
        for (int i = 0; i < length; i++) {
            frame[2 + i] = (byte) (in.readByte() ^ mask[i % 4]);
        }
        socket.getOutputStream().write(frame);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
