package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to a browser, once it is connected. The thread that reads runs {@link #run()}, and whatever ends it, an error of the JVM in the library
 * included, passes through here: Java-WebSocket by itself would go on to look open, and never call back.
 */
final class WebSocketConnection extends WebSocketClient implements WebSocketFrames.Receiver {

    /** Proxies cut connections that are silent for a minute; on this machine nobody does, and a debugger may stop us. */
    private static final int REMOTE_PING_SECONDS = 30;

    /** How long the writer may take to send what it has when the peer said goodbye. */
    private static final Duration LAST_LINES = Duration.ofMillis(200);

    final CompletableFuture<Delivery> listening = new CompletableFuture<>();
    final CompletableFuture<String> abandoned = new CompletableFuture<>();
    final String display;
    volatile @Nullable Thread reader;
    volatile @Nullable Exception lastError;

    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WebSocketFrames draft;
    private final NetworkRoute route;
    private final Deadline deadline;
    private volatile @Nullable Socket socket;
    private volatile @Nullable String noted;
    private volatile boolean failed;
    private volatile String closed = "the connection ended";

    WebSocketConnection(
            URI endpoint, NetworkRoute route, Map<String, String> headers, Deadline deadline, int maxMessageBytes) {
        this(endpoint, route, headers, deadline, new WebSocketFrames(maxMessageBytes));
    }

    private WebSocketConnection(
            URI endpoint, NetworkRoute route, Map<String, String> headers, Deadline deadline, WebSocketFrames draft) {
        super(endpoint, draft, headers, deadline.leftMillis());
        this.display = DisplayedUrl.of(endpoint.toString());
        this.draft = draft;
        this.route = route;
        this.deadline = deadline;
        draft.deliverTo(this);
        setTcpNoDelay(true); // or a small command waits for the acknowledgement of the one before
        setDaemon(true); // or the JVM does not end
        setSocketFactory(new ConnectedSocketFactory(this::connectedSocket));
        setConnectionLostTimeout(Hosts.isLoopback(String.valueOf(endpoint.getHost())) ? 0 : REMOTE_PING_SECONDS);
    }

    /** Connect, and return whether that succeeded. */
    boolean open(Deadline deadline) throws IOException, TimeoutException {
        connect();
        try {
            return settled.get(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon();
            throw e;
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for: the thread was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // it is never completed so
        }
    }

    private void abandon() {
        note("abandoned while connecting");
        abandoned.complete("abandoned");
        closeSocket();
    }

    boolean refusesHost() {
        var refusal = refusal();
        return refusal != null && refusal.is(500) && !Hosts.isAcceptable(uri.getHost());
    }

    @Nullable
    UpgradeRefusal refusal() {
        return draft.answer().isEmpty() ? null : new UpgradeRefusal(draft.answer());
    }

    long pendingBytes() {
        long sum = 0;
        for (ByteBuffer waiting : ((WebSocketImpl) getConnection()).outQueue) {
            sum += waiting.remaining();
        }
        return sum;
    }

    boolean awaitEnd(Duration limit) {
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void fail(String why) {
        if (noted == null) {
            failed = true;
        }
        note(why);
    }

    /** Keep the first reason, which is the cause of those that follow. */
    void note(String why) {
        if (noted == null) {
            noted = why;
        }
    }

    String why() {
        var first = noted;
        var error = lastError;
        return first != null ? first : error == null ? closed : closed + " (" + error + ")";
    }

    void closeSocket() {
        var open = socket;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            Loggers.of(WebSocketConnection.class).log(System.Logger.Level.DEBUG, "A socket could not be closed", e);
        }
    }

    @Override
    public void run() {
        var thread = Thread.currentThread();
        thread.setName("withcdp-reader-" + display);
        reader = thread;
        try {
            super.run();
        } catch (OutOfMemoryError e) {
            fail(OutOfMemory.whileReading(e));
        } catch (Throwable e) {
            fail("the reader failed: " + e);
        } finally {
            finish();
        }
    }

    /** Make the socket here, to get hold of it: below any TLS, the closing of which would wait for a writer that is stuck. */
    private Socket connectedSocket() throws IOException {
        var plain = route.connect(this::take, deadline);
        if (!uri.getScheme().equals("wss")) {
            return plain;
        }
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return tls.createSocket(plain, uri.getHost(), route.server().getPort(), true);
    }

    private void take(Socket made) throws IOException {
        socket = made;
        if (abandoned.isDone()) {
            made.close();
            throw new IOException("abandoned while connecting");
        }
    }

    private void finish() {
        try {
            closeConnection(CloseFrame.ABNORMAL_CLOSE, ""); // ends the threads beside, if that was not done
            if (settled.getNow(false)) {
                letWriterFlush();
            }
            closeSocket();
        } catch (Throwable e) {
            note("the connection could not be closed: " + e);
        } finally {
            var why = why();
            Consumer<Delivery> end = failed ? delivery -> delivery.fail(why) : delivery -> delivery.end(why);
            if (listening.isDone()) {
                end.accept(listening.join());
            } else {
                var unused = listening.thenAcceptAsync(end, WebSocketConnection::onNewThread);
            }
            settled.complete(false);
            ended.countDown();
        }
    }

    /**
     * Wait for the writer to take what is queued. The library ends it by an interrupt as soon as the reader gets back, and one that was just
     * between two messages would leave the rest, our goodbye, where it is.
     */
    void letWriterTake() {
        var queue = ((WebSocketImpl) getConnection()).outQueue;
        var deadline = Deadline.in(LAST_LINES);
        while (!queue.isEmpty() && !deadline.isOver()) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
        }
    }

    private void letWriterFlush() {
        var open = socket;
        var deadline = Deadline.in(LAST_LINES);
        while (open != null && !open.isClosed() && !deadline.isOver()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // the writer closes the socket when it is done
        }
    }

    private static void onNewThread(Runnable task) {
        var thread = new Thread(task, "withcdp-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hand over a message; the first one may come before somebody listens. */
    @Override
    public void deliver(ByteBuffer payload) {
        if (!listening.isDone() && !awaitListener()) {
            return;
        }
        try {
            var array = payload.array(); // that of one frame: the engine does not use it again
            boolean owned = payload.remaining() == array.length;
            listening.join().message(array, payload.arrayOffset() + payload.position(), payload.remaining(), owned);
        } catch (VirtualMachineError | LinkageError e) {
            fail("a message of %d bytes could not be processed: %s".formatted(payload.remaining(), e));
            throw e;
        }
    }

    private boolean awaitListener() {
        try {
            CompletableFuture.anyOf(listening, abandoned).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            note("nobody listened within a minute");
            closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
        return listening.isDone();
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        settled.complete(true);
    }

    @Override
    public void onMessage(String text) {
        deliver(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
        deliver(bytes);
    }

    /** Called with the monitor of the engine held, so that nothing may be waited for here. */
    @Override
    public void onClose(int code, String reason, boolean remote) {
        var text = reason == null || reason.isBlank() ? "" : ": " + reason;
        // Java-WebSocket makes 1006 of every I/O error, and says nothing of it.
        closed = code == CloseFrame.ABNORMAL_CLOSE && text.isEmpty()
                ? "WebSocket closed: 1006, the connection broke without a goodbye (the browser, or something on the way to it, ended)"
                : "WebSocket closed%s: %d%s".formatted(remote ? " by the browser" : "", code, text);
    }

    @Override
    public void onError(Exception error) {
        lastError = error;
        Loggers.of(WebSocketConnection.class).log(System.Logger.Level.DEBUG, "WebSocket " + display, error);
    }
}
