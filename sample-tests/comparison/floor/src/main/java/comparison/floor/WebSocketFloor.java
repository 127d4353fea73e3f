package comparison.floor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The leanest client over a WebSocket, of which it knows no more than whole frames of text and the end. */
public final class WebSocketFloor extends BareClient {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private Socket socket;
    private OutputStream out;

    @Override
    public void launch(String browser, List<String> switches) throws Exception {
        var url = URI.create(launchWithPort(browser, switches));
        socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream(), 1 << 20);
        out = socket.getOutputStream();
        out.write(("GET " + url.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1:" + url.getPort() + "\r\n"
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        readHead(in);
        daemon("reader", () -> read(new DataInputStream(in)));
    }

    private static void readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(head.toString());
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
    }

    /** With a mask of zeros, which leaves the text as it is. */
    @Override
    protected synchronized void write(String json) throws IOException {
        var text = json.getBytes(StandardCharsets.ISO_8859_1); // all that is sent is ASCII
        var frame = ByteBuffer.allocate(text.length + 14).put((byte) (0x80 | TEXT));
        if (text.length < 126) {
            frame.put((byte) (0x80 | text.length));
        } else if (text.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) text.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(text.length);
        }
        frame.putInt(0).put(text);
        out.write(frame.array(), 0, frame.position());
    }

    private void read(DataInputStream in) {
        var buffer = new byte[1 << 20];
        var message = new Message();
        try {
            while (true) {
                int first = in.readUnsignedByte();
                int length = length(in);
                if ((first & 0x80) == 0) {
                    throw new IOException("a message in several frames");
                }
                if (buffer.length < length) {
                    buffer = new byte[length * 2];
                }
                in.readFully(buffer, 0, length);
                if ((first & 15) == CLOSE) {
                    throw new EOFException("closed");
                }
                if ((first & 15) == TEXT) {
                    receive(message.set(buffer, 0, length));
                }
            }
        } catch (IOException e) {
            if (!isClosing()) {
                e.printStackTrace();
            }
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    @Override
    protected void disconnect() throws IOException {
        socket.close();
    }
}
