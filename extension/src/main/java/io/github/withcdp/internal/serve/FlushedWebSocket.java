package io.github.withcdp.internal.serve;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketListener;
import org.java_websocket.drafts.Draft;
import org.java_websocket.server.DefaultWebSocketServerFactory;

/**
 * A WebSocket of the library's server that loses nothing of what was said on it. The library writes on one thread what others hand it, and misses what
 * they do in the moment in which it finds that all is written: it ends a connection before the close that was handed to it just then (its issue 983),
 * and forgets until the next time that there is something to write.
 */
public class FlushedWebSocket extends WebSocketImpl {

    FlushedWebSocket(WebSocketListener listener, List<Draft> drafts) {
        super(listener, drafts);
    }

    /** Return what makes a server's WebSockets such ones. */
    public static DefaultWebSocketServerFactory factory() {
        return new DefaultWebSocketServerFactory() {
            @Override
            public WebSocketImpl createWebSocket(WebSocketAdapter listener, List<Draft> drafts) {
                return new FlushedWebSocket(listener, drafts);
            }
        };
    }

    /** Only while nothing is left to write: the library asks for that first, and this changes in between. */
    @Override
    public synchronized boolean isFlushAndClose() {
        return super.isFlushAndClose() && !hasBufferedData();
    }

    /** Return when all has been written that was said, or the connection is closed, and remind the library until then. */
    void flush() throws InterruptedException {
        while (hasBufferedData() && !isClosed()) {
            TimeUnit.MILLISECONDS.sleep(1); // the library tells nobody when it has written
            getWebSocketListener().onWriteDemand(this);
        }
    }
}
