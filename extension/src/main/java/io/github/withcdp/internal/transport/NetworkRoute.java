package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * One of the ways to the server of a WebSocket: directly to one of the addresses of its host, or through a proxy, which
 * finds the host.
 */
record NetworkRoute(Proxy proxy, InetSocketAddress server) {

    /** Return the routes to a server, in the order in which they are to be tried. */
    static List<NetworkRoute> to(URI endpoint, Deadline deadline) throws IOException, TimeoutException {
        int usual = endpoint.getScheme().equals("wss") ? 443 : 80;
        int port = endpoint.getPort() < 0 ? usual : endpoint.getPort();
        var routes = new ArrayList<NetworkRoute>();
        for (Proxy proxy : Proxies.towards(endpoint)) {
            if (Proxies.isDirect(proxy)) {
                for (InetAddress address : Hosts.resolve(endpoint.getHost(), deadline)) {
                    routes.add(new NetworkRoute(Proxy.NO_PROXY, new InetSocketAddress(address, port)));
                }
            } else {
                routes.add(new NetworkRoute(proxy, InetSocketAddress.createUnresolved(endpoint.getHost(), port)));
            }
        }
        return routes;
    }

    boolean isDirect() {
        return Proxies.isDirect(proxy);
    }

    /** Return how messages call the route. */
    String name() {
        return isDirect() ? Hosts.literal(server.getAddress()) : Proxies.name(proxy);
    }

    /** Return a socket through which the server itself can be talked to. */
    Socket connect(SocketOwner owner, Deadline deadline) throws IOException {
        if (proxy.type() == Proxy.Type.HTTP) {
            return HttpTunnel.open(proxy, server, owner, deadline);
        }
        var socket = new Socket(proxy);
        owner.take(socket);
        try {
            socket.connect(server, deadline.leftMillis());
        } catch (IOException e) {
            throw isDirect() ? e : new ProxyException(e);
        }
        return socket;
    }
}
