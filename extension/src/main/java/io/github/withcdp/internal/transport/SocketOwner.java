package io.github.withcdp.internal.transport;

import java.io.IOException;
import java.net.Socket;

/** Is told of each socket that is made, before it connects, to close it when it gives up. */
interface SocketOwner {
    void take(Socket socket) throws IOException;
}
