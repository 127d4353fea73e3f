package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * WebSockets that failed, before or after they were open, and those that were closed while their page stayed and opened no other to that URL.
 * Chrome does not tell who closed a socket; an end that the page wanted is told too, as the least telling of all.
 */
final class WebSocketDetector implements Detector {

    private static final int REMEMBERED = 10_000;
    private static final int URL = 120;
    private static final int PAYLOAD = 40;

    /** What Chrome calls an error although the page did it: the page closed a socket that was not open yet. */
    private static final String CLOSED_BY_PAGE = "WebSocket is closed before the connection is established";

    /** Commands that have pages run what the test wants. */
    private static final Set<String> RUNS =
            Set.of("Runtime.evaluate", "Runtime.callFunctionOn", "Page.addScriptToEvaluateOnNewDocument");

    private static final Pattern REFUSED = Pattern.compile("Unexpected response code: (\\d+)");

    private record Key(SessionId session, String id) {}

    private record Closed(RecordedMessage message, Socket socket) {}

    private record Frame(Duration elapsed, String direction, String payload) {}

    /** What is known of one socket so far. */
    private static final class Socket {

        private final String name;
        private final String place;
        private Optional<Duration> opened = Optional.empty();
        private boolean failed;
        private long sent;
        private long received;
        private Optional<Frame> last = Optional.empty();

        /**
         * Create for one that has begun.
         *
         * @param line of the script that wanted it, may be empty
         */
        Socket(String url, String line) {
            place = line.isEmpty() ? "" : " opened at " + line;
            name = url.isEmpty() ? "A WebSocket whose beginning was not recorded" : "WebSocket " + url;
        }

        String place(String separator) {
            return place.isEmpty() ? "" : separator + place;
        }

        void frame(Frame frame) {
            sent += frame.direction().equals("sent") ? 1 : 0;
            received += frame.direction().equals("received") ? 1 : 0;
            last = Optional.of(frame);
        }

        /** Return how old it was and what had been said: {@code 2.5 s after it opened; frames: 1 sent, 2 received, the last 5 ms before: hi}. */
        String history(Duration end) {
            return opened.map(since -> " " + Durations.format(end.minus(since)) + " after it opened")
                            .orElse("")
                    + "; frames: " + sent + " sent, " + received + " received"
                    + last.map(frame -> ", the last %s %s before: %s"
                                    .formatted(
                                            frame.direction(),
                                            Durations.format(end.minus(frame.elapsed())),
                                            frame.payload()))
                            .orElse("");
        }
    }

    private final Map<Key, Socket> sockets = new BoundedMap<>(REMEMBERED);

    /** The latest error of each session: the browser logs it next, without the id of the request. */
    private final Map<SessionId, String> errors = new BoundedMap<>(REMEMBERED);

    /** Those that were closed. */
    private final Map<Key, Closed> closed = new BoundedMap<>(REMEMBERED);

    private final ClosingScripts scripts;
    private boolean testCloses; // something

    private final Map<Long, Boolean> logged = new BoundedMap<>(REMEMBERED);

    WebSocketDetector(ClosingScripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isCommand()) {
            testCloses |= RUNS.contains(message.method()) && ClosingScripts.callClose(message.json());
        }
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Network.webSocketCreated" -> {
                var params = Detector.read(message, "params");
                var socket = new Socket(SafeText.line(params.path("url").asString(""), URL), line(params));
                sockets.put(key(message, params), socket);
                closed.entrySet()
                        .removeIf(other -> other.getKey().session().equals(message.session())
                                && other.getValue().socket().name.equals(socket.name));
            }
            case "Network.webSocketHandshakeResponseReceived" ->
                socket(message, Detector.read(message, "params")).opened = Optional.of(message.elapsed());
            case "Network.webSocketFrameSent" -> frame(message, "sent");
            case "Network.webSocketFrameReceived" -> frame(message, "received");
            case "Network.webSocketFrameError" -> failed(message, findings);
            case "Network.webSocketClosed" -> closed(message);
            case "Page.frameNavigated" -> {
                if (Detector.read(message, "params").at("/frame/parentId").isMissingNode()) {
                    forget(message.session());
                }
            }
            case "Target.detachedFromTarget" ->
                forget(new SessionId(
                        Detector.read(message, "params").path("sessionId").asString("")));
            case "Log.entryAdded" -> logged(message);
            default -> {
                // about something else
            }
        }
    }

    private static String line(JsonNode created) {
        var call = created.at("/initiator/stack/callFrames/0");
        var url = SafeText.line(call.path("url").asString(""), URL);
        return url.isEmpty() ? "" : url + ":" + (call.path("lineNumber").asInt(0) + 1);
    }

    private void frame(RecordedMessage message, String direction) {
        var params = Detector.read(message, "params");
        var frame = params.path("response");
        var payload =
                frame.path("opcode").asInt(1) == 1 ? frame.path("payloadData").asString("") : "binary";
        socket(message, params).frame(new Frame(message.elapsed(), direction, SafeText.line(payload, PAYLOAD)));
    }

    private void closed(RecordedMessage message) {
        var key = key(message, Detector.read(message, "params"));
        var socket = sockets.remove(key);
        if (socket != null && socket.opened.isPresent() && !socket.failed) {
            closed.put(key, new Closed(message, socket));
        }
    }

    /** The sockets of a page end with it. */
    private void forget(SessionId session) {
        sockets.keySet().removeIf(key -> key.session().equals(session));
        closed.keySet().removeIf(key -> key.session().equals(session));
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        if (closed.isEmpty()) {
            return;
        }
        var byWhom = "; Chrome does not tell by whom"
                + (isNoneOfScripts() ? ", but no script on record closes a socket" : "");
        closed.values()
                .forEach(each -> findings.addAlike(
                        Suspicion.Kind.SOCKET_CLOSED,
                        each.message(),
                        each.socket().name + " was closed",
                        each.socket().history(each.message().elapsed())
                                + byWhom
                                + each.socket().place(";")));
    }

    /** Return whether neither pages nor the test close anything, as far as all of their scripts are on record. */
    private boolean isNoneOfScripts() {
        return !testCloses && scripts.among(every -> true).filter(List::isEmpty).isPresent();
    }

    private void failed(RecordedMessage message, Findings findings) {
        var params = Detector.read(message, "params");
        var error = params.path("errorMessage").asString("");
        if (error.startsWith(CLOSED_BY_PAGE)) {
            return;
        }
        errors.put(message.session(), error);
        var socket = socket(message, params);
        socket.failed = true;
        var refused = REFUSED.matcher(error);
        var why = refused.find()
                ? "was refused: its handshake was answered with " + refused.group(1)
                : (socket.opened.isEmpty() ? "did not open: " : "failed: ") + error;
        findings.addAlike(
                Suspicion.Kind.REQUEST_FAILED,
                message,
                socket.name + " " + why,
                (socket.opened.isEmpty() ? "" : "," + socket.history(message.elapsed())) + socket.place(","));
    }

    private void logged(RecordedMessage message) {
        var error = errors.get(message.session());
        if (error != null) {
            var text = Detector.read(message, "params").at("/entry/text").asString("");
            if (text.startsWith("WebSocket connection to ") && text.endsWith(error)) {
                logged.put(message.sequence(), true);
            }
        }
    }

    /** Return whether the entry of the browser's log with this sequence says what has been told. */
    boolean hasTold(long sequence) {
        return logged.containsKey(sequence);
    }

    private Socket socket(RecordedMessage message, JsonNode params) {
        return sockets.computeIfAbsent(key(message, params), unknown -> new Socket("", ""));
    }

    private static Key key(RecordedMessage message, JsonNode params) {
        return new Key(message.session(), params.path("requestId").asString(""));
    }
}
