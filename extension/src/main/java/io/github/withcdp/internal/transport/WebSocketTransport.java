package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.TextFrame;

/** Talks to a browser through a WebSocket. With {@link WebSocketConnection} and {@link WebSocketFrames} all that knows Java-WebSocket. */
public final class WebSocketTransport implements Transport {

    /** How long the peer may take to answer our closing handshake; Chrome takes 5 ms. */
    private static final Duration CLOSING_HANDSHAKE = Duration.ofSeconds(2);

    /** How long threads may take to end after their socket was closed under them. */
    private static final Duration AFTERMATH = Duration.ofSeconds(1);

    /** What may wait for a peer that does not read: one of the largest commands, and some. */
    private static final long MAX_PENDING_BYTES = MAX_COMMAND_BYTES + 32L * 1024 * 1024;

    /** Chrome sends nothing larger through a WebSocket; it drops it. */
    private static final long MAX_CHROME_MESSAGE = 256L * 1024 * 1024;

    private final WebSocketConnection connection;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicLong pendingAtMost = new AtomicLong();

    private WebSocketTransport(WebSocketConnection connection) {
        this.connection = connection;
    }

    /**
     * Open a WebSocket to a browser, trying one address of the host after another as long as nobody listens.
     *
     * @param endpoint {@code ws} or {@code wss}; user information becomes basic authorisation
     * @param headers go with the request, for example {@code Authorization}
     * @param limit for all of it
     * @throws ChromeUnavailableException if it cannot be opened, with what was answered instead
     * @throws IllegalArgumentException if the endpoint is no WebSocket URL
     */
    public static WebSocketTransport connect(URI endpoint, Map<String, String> headers, Duration limit) {
        return connect(endpoint, headers, limit, maxMessageBytes());
    }

    static WebSocketTransport connect(URI endpoint, Map<String, String> headers, Duration limit, int maxMessageBytes) {
        var scheme = String.valueOf(endpoint.getScheme());
        if (!(scheme.equals("ws") || scheme.equals("wss")) || endpoint.getHost() == null) {
            throw new IllegalArgumentException("\"%s\" is no WebSocket URL: ws(s)://host[:port]/path is one"
                    .formatted(DisplayedUrl.of(endpoint.toString())));
        }
        var deadline = Deadline.in(limit);
        try {
            return open(endpoint, headers, deadline, maxMessageBytes);
        } catch (TimeoutException e) {
            throw unavailable(
                    endpoint,
                    "did not open a WebSocket within " + Durations.format(limit)
                            + ": what listens there is frozen, or packets get lost on the way",
                    e);
        } catch (UnknownHostException e) {
            throw unavailable(endpoint, "cannot be found: the host name " + endpoint.getHost() + " is unknown", e);
        } catch (IOException e) {
            throw unavailable(endpoint, String.valueOf(e.getMessage()), e);
        }
    }

    private static WebSocketTransport open(
            URI endpoint, Map<String, String> headers, Deadline deadline, int maxMessageBytes)
            throws IOException, TimeoutException {
        var unreachable = new ArrayList<String>();
        for (NetworkRoute route : NetworkRoute.to(endpoint, deadline)) {
            var request = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            BasicAuthorization.of(endpoint).ifPresent(value -> request.put("Authorization", value));
            request.putAll(headers);
            var connection = new WebSocketConnection(endpoint, route, request, deadline, maxMessageBytes);
            boolean open = connection.open(deadline);
            if (!open && connection.refusesHost() && endpoint.getScheme().equals("ws") && route.isDirect()) {
                // A proxy may choose by the name, so it is tried first; Chrome takes numbers and localhost only.
                request.put("Host", route.name() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()));
                connection = new WebSocketConnection(endpoint, route, request, deadline, maxMessageBytes);
                open = connection.open(deadline);
            }
            if (open) {
                return new WebSocketTransport(connection);
            }
            var refusal = connection.refusal();
            if (refusal != null) {
                throw new IOException(refusal.explain(endpoint, headers, deadline));
            }
            var error = connection.lastError;
            if (error instanceof SocketTimeoutException
                    || (error instanceof ProxyException && error.getCause() instanceof SocketTimeoutException)) {
                // The connecting itself noticed it first.
                throw new TimeoutException(error.getMessage());
            }
            if (!(error instanceof IOException failure) || !HttpRequest.isUnreachable(failure)) {
                throw new IOException(
                        error instanceof ProxyException
                                ? "is not reached through the proxy: " + error.getMessage()
                                : error instanceof SSLException distrust
                                        ? EndpointAdvice.distrust(distrust)
                                        : "did not open a WebSocket: " + connection.why(),
                        error);
            }
            unreachable.add(route.name() + ": " + failure.getMessage());
        }
        throw new IOException("cannot be connected to, nothing listens there (" + String.join("; ", unreachable) + ")");
    }

    @Override
    public void start(TransportListener listener) {
        if (!connection.listening.complete(new Delivery(listener))) {
            throw new IllegalStateException("The transport " + connection.display + " was started before");
        }
    }

    @Override
    public void send(byte[] json, int length) throws IOException {
        CommandLimit.check(length);
        limitPending(length);
        var frame = new TextFrame(); // Chrome hangs up on binary ones
        frame.setPayload(ByteBuffer.wrap(json, 0, length));
        try {
            connection.sendFrame(frame); // masks into a copy, and leaves that to the writer's thread
        } catch (WebsocketNotConnectedException e) {
            throw new IOException("The WebSocket to the browser is closed: " + connection.why(), e);
        }
    }

    @Override
    public boolean dropsLargeAnswers() {
        return true;
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            connection.note("closed by this side");
            connection.abandoned.complete("closed");
            connection.close(); // not closeBlocking(), which waits for a frozen browser for ever
        }
        if (Thread.currentThread() == connection.reader) {
            connection.letWriterTake();
            return;
        }
        if (connection.awaitEnd(CLOSING_HANDSHAKE)) {
            return;
        }
        connection.closeSocket();
        connection.awaitEnd(AFTERMATH);
    }

    /** Java-WebSocket queues without a limit. What is queued is only counted when the sum of what was sent gives reason to. */
    private void limitPending(int length) throws IOException {
        if (pendingAtMost.addAndGet(length) <= MAX_PENDING_BYTES) {
            return;
        }
        long pending = connection.pendingBytes();
        if (pending + length > MAX_PENDING_BYTES) {
            pendingAtMost.set(pending);
            throw new IOException(
                    "The browser does not read: %d bytes wait for it, so a command of %d bytes was not sent"
                            .formatted(pending, length));
        }
        pendingAtMost.set(pending + length);
    }

    /** A message needs its size three times: as the frame that comes in, as its payload, and in the hands of the listener. */
    private static int maxMessageBytes() {
        return (int) Math.min(MAX_CHROME_MESSAGE, Runtime.getRuntime().maxMemory() / 4);
    }

    private static ChromeUnavailableException unavailable(URI endpoint, String why, Exception cause) {
        return new ChromeUnavailableException(
                "The browser at %s%s %s%n%s"
                        .formatted(
                                DisplayedUrl.of(endpoint.toString()),
                                Proxies.mention(endpoint),
                                why,
                                EndpointAdvice.startChrome(endpoint.getPort())),
                cause);
    }
}
