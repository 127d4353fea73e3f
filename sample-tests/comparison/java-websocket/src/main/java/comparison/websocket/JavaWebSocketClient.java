package comparison.websocket;

import comparison.floor.BareClient;
import comparison.floor.Message;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** A bare client over Java-WebSocket, which WithCDP has its WebSockets from. */
public final class JavaWebSocketClient extends BareClient {

    private WebSocketClient socket;

    @Override
    public void launch(String browser, List<String> switches) throws Exception {
        socket = new Receiver(URI.create(launchWithPort(browser, switches)));
        socket.setTcpNoDelay(true);
        socket.setConnectionLostTimeout(0);
        if (!socket.connectBlocking(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no connection in 10 s");
        }
    }

    @Override
    protected void write(String json) {
        socket.send(json);
    }

    @Override
    protected void disconnect() {
        socket.close();
    }

    private final class Receiver extends WebSocketClient {

        Receiver(URI url) {
            super(url);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String text) {
            receive(Message.of(text));
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            if (!isClosing()) {
                System.err.println("closed: " + code + " " + reason);
            }
        }

        @Override
        public void onError(Exception failure) {
            if (!isClosing()) {
                failure.printStackTrace();
            }
        }
    }
}
