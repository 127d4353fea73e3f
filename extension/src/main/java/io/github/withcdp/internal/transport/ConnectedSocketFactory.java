package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Hands over a socket that is connected already; how, is decided elsewhere. */
final class ConnectedSocketFactory extends SocketFactory {

    /** Makes the socket. */
    interface Maker {
        Socket make() throws IOException;
    }

    private final Maker maker;

    ConnectedSocketFactory(Maker maker) {
        this.maker = maker;
    }

    @Override
    public Socket createSocket() throws IOException {
        return maker.make();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unasked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unasked();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unasked();
    }

    /** The library asks for a socket without saying where to: who asks otherwise wants a way that nobody has chosen. */
    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("this makes the one socket of a WebSocket, towards where that goes");
    }
}
