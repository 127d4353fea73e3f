package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Exchange recorded;
    private final ServedSockets sockets;
    private final boolean atOnce;
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private volatile boolean over;

    SocketPlayer(Exchange recorded, ServedSockets sockets, boolean atOnce) {
        this.recorded = recorded;
        this.sockets = sockets;
        this.atOnce = atOnce;
    }

    /** Play until the recorded end, or the page goes. */
    void play(UpgradeRequest request, InputStream in, OutputStream out) throws IOException {
        if (recorded.status() != SWITCHING_PROTOCOLS) {
            refuse(in, out);
            return;
        }
        var protocol = recorded.response().flatMap(answer -> answer.header("Sec-WebSocket-Protocol"));
        out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + WebSocketFrames.accept(request.key()) + "\r\n"
                                + protocol.map(name -> "Sec-WebSocket-Protocol: " + name + "\r\n")
                                        .orElse("") + "\r\n")
                        .getBytes(ISO_8859_1));
        out.flush();
        var frames = new WebSocketFrames(in, out);
        var player = new Thread(() -> speak(frames), "withcdp-serve-socket");
        player.setDaemon(true);
        player.start();
        try {
            listen(frames);
        } finally {
            over = true;
            player.interrupt();
        }
    }

    /** Answer as the server did that refused it; one that never answered stays silent until the page goes. */
    private void refuse(InputStream in, OutputStream out) throws IOException {
        var status = recorded.failure()
                .map(failure -> REFUSED.matcher(failure.errorText()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(recorded.status());
        if (status > 0) {
            var phrase = recorded.response().map(Exchange.Response::statusText).orElse("");
            out.write("HTTP/1.1 %d %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .formatted(status, phrase.replaceAll("[\r\n]", " "))
                    .getBytes(ISO_8859_1));
            out.flush();
        } else if (!recorded.finished()) {
            while (in.read() >= 0) {
                // it says nothing that means anything
            }
        }
    }

    private void listen(WebSocketFrames frames) throws IOException {
        var message = new ByteArrayOutputStream();
        boolean isText = true;
        while (true) {
            var frame = frames.read();
            switch (frame.opcode) {
                case WebSocketFrames.CLOSE -> {
                    frames.write(WebSocketFrames.CLOSE, frame.payload);
                    return;
                }
                case WebSocketFrames.PING -> frames.write(WebSocketFrames.PONG, frame.payload);
                case WebSocketFrames.PONG -> {}
                default -> {
                    isText = frame.opcode == WebSocketFrames.CONTINUATION
                            ? isText
                            : frame.opcode == WebSocketFrames.TEXT;
                    message.writeBytes(frame.payload);
                    if (frame.last) {
                        sent.add(
                                isText
                                        ? message.toString(UTF_8)
                                        : Base64.getEncoder().encodeToString(message.toByteArray()));
                        message.reset();
                    }
                }
            }
        }
    }

    private void speak(WebSocketFrames frames) {
        try {
            var before = recorded.timing().responded().orElse(recorded.timing().started());
            for (var frame : recorded.frames()) {
                if (frame.direction() == Direction.SENT) {
                    if (isMessage(frame)) {
                        compare(frame, sent.take());
                    }
                } else {
                    pause(before, frame.elapsed());
                    say(frames, frame);
                }
                before = frame.elapsed();
            }
            if (isClosed(recorded)) {
                pause(before, recorded.timing().ended());
                frames.close();
            }
        } catch (IOException | InterruptedException gone) {
            // The page has gone, and nobody listens.
        }
    }

    /** Pages take the pace of the recording for that of their server. */
    private void pause(Duration from, Duration to) throws InterruptedException {
        if (!atOnce && to.compareTo(from) > 0) {
            TimeUnit.NANOSECONDS.sleep(to.minus(from).toNanos());
        }
    }

    private void say(WebSocketFrames frames, Frame frame) throws IOException {
        switch (frame.kind()) {
            case "text" ->
                frames.write(WebSocketFrames.TEXT, StandIns.in(frame.payload()).getBytes(UTF_8));
            case "binary" -> frames.write(WebSocketFrames.BINARY, decoded(frame.payload()));
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
