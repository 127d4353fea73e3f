package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.serve.RecordedHandshake.Refusal;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Speaks what one WebSocket of the recording heard, in the order of the recording: after the same messages of the page, and no sooner after what came
 * before than there.
 */
final class SocketPlayer {

    /** A mark in base64. */
    private static final String BINARY_MARK =
            Base64.getEncoder().encodeToString("‹redacted:".getBytes(UTF_8)).substring(0, 16);

    /** How Chrome says with which status a server refused. */
    private static final Pattern REFUSED = Pattern.compile("Unexpected response code: ([0-9]{3})");

    /** In a head it would begin a header, of which recordings of others could make what they like. */
    private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]");

    private static final String PROTOCOL = "Sec-WebSocket-Protocol";
    private static final int SWITCHING_PROTOCOLS = 101;

    private final Exchange recorded;
    private final ServedSockets sockets;
    private final boolean atOnce;
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private volatile boolean over; // written while this is locked
    private @Nullable Thread speaker; // guarded by this

    SocketPlayer(Exchange recorded, ServedSockets sockets, boolean atOnce) {
        this.recorded = recorded;
        this.sockets = sockets;
        this.atOnce = atOnce;
    }

    /** Return how it begins: as the server agreed, or refused; one that never answered stays silent. */
    ServerHandshakeBuilder handshake() {
        if (isOpen()) {
            var handshake = new HandshakeImpl1Server();
            recorded.response()
                    .flatMap(answer -> answer.header(PROTOCOL))
                    .ifPresent(protocol ->
                            handshake.put(PROTOCOL, LINE_BREAK.matcher(protocol).replaceAll(" ")));
            return handshake;
        }
        var phrase = recorded.response().map(Exchange.Response::statusText).orElse("");
        return status() == 0 ? Refusal.silent() : Refusal.of(status(), phrase);
    }

    private boolean isOpen() {
        return recorded.status() == SWITCHING_PROTOCOLS;
    }

    private int status() {
        return recorded.failure()
                .map(failure -> REFUSED.matcher(failure.errorText()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(recorded.status());
    }

    /** Begin to speak, on a thread of its own, until the recorded end or the page goes, which it may have done already. */
    void play(FlushedWebSocket socket) {
        if (isOpen()) {
            start(socket);
        } else if (status() == 0 && recorded.finished()) {
            // As a connection ends that there was none to. Not while this is locked: who closes one locks it before
            // this.
            socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }

    private synchronized void start(FlushedWebSocket socket) {
        if (!over) {
            var thread = new Thread(() -> speak(socket), "withcdp-serve-socket");
            thread.setDaemon(true);
            speaker = thread;
            thread.start();
        }
    }

    /** The page says something. */
    void hear(String text) {
        sent.add(text);
    }

    /** The page says something in bytes. */
    void hear(ByteBuffer message) {
        var bytes = new byte[message.remaining()];
        message.get(bytes);
        sent.add(Base64.getEncoder().encodeToString(bytes));
    }

    /** The page has gone, the recorded end has come, or the test is over. A thread hears of it only once it has begun. */
    synchronized void end() {
        over = true;
        if (speaker != null && speaker != Thread.currentThread()) { // who speaks it may be who has just said the end
            speaker.interrupt();
        }
    }

    private void speak(FlushedWebSocket socket) {
        try {
            tell(socket);
        } catch (InterruptedException | WebsocketNotConnectedException gone) {
            // The page goes, and nobody listens; what it is answered with is to be written still.
        }
        try {
            socket.flush();
        } catch (InterruptedException gone) {
            // The page has gone.
        }
    }

    private void tell(FlushedWebSocket socket) throws InterruptedException {
        var before = recorded.timing().responded().orElse(recorded.timing().started());
        for (var frame : recorded.frames()) {
            if (frame.direction() == Direction.SENT) {
                if (isMessage(frame)) {
                    socket.flush();
                    compare(frame, sent.take());
                }
            } else {
                pause(before, frame.elapsed());
                say(socket, frame);
            }
            before = frame.elapsed();
        }
        if (isClosed(recorded)) {
            pause(before, recorded.timing().ended());
            socket.close(CloseFrame.NORMAL);
        }
    }

    /** Pages take the pace of the recording for that of their server. */
    private void pause(Duration from, Duration to) throws InterruptedException {
        if (!atOnce && to.compareTo(from) > 0) {
            TimeUnit.NANOSECONDS.sleep(to.minus(from).toNanos());
        }
    }

    private static void say(FlushedWebSocket socket, Frame frame) {
        switch (frame.kind()) {
            case "text" -> socket.send(StandIns.in(frame.payload()));
            case "binary" -> socket.send(decoded(frame.payload()));
            default -> {} // pings, which Chrome answers by itself; the end is said with 1000
        }
    }

    private void compare(Frame recordedFrame, String now) {
        if (recordedFrame.kind().equals("binary") && hasSecrets(recordedFrame)) {
            return; // nobody knows what it was
        }
        boolean same = ContentForm.compare(recordedFrame.payload(), now).stream()
                .allMatch(difference -> difference.explanation() != Explanation.NONE);
        if (!same && !over) {
            sockets.different(recorded, recordedFrame.payload(), now);
        }
    }

    /** Return whether a socket opened, and came to an end. */
    static boolean isClosed(Exchange socket) {
        return socket.status() == SWITCHING_PROTOCOLS
                && socket.finished()
                && socket.failure().isEmpty();
    }

    /** Return whether something was taken out of a message. */
    static boolean hasSecrets(Frame frame) {
        var payload = frame.payload();
        return frame.kind().equals("binary") ? payload.startsWith(BINARY_MARK) : StandIns.areIn(payload);
    }

    private static boolean isMessage(Frame frame) {
        return List.of("text", "binary").contains(frame.kind());
    }

    /** Of what may hide a secret in bytes, all is taken out. */
    private static byte[] decoded(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            var text = new String(bytes, UTF_8);
            return StandIns.areIn(text) ? StandIns.in(text).getBytes(UTF_8) : bytes;
        } catch (IllegalArgumentException notBase64) {
            return base64.getBytes(UTF_8);
        }
    }
}
