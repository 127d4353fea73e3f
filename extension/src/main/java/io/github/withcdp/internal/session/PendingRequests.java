package io.github.withcdp.internal.session;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.web.FaviconUrl;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The requests of a page that have not come to an end, as the messages tell that are looked at one after another. */
final class PendingRequests {

    private static final int SHOWN = 5;

    private static final Set<String> ENDS = Set.of("Network.loadingFinished", "Network.loadingFailed");

    /** What a document does not wait for before it says that it is loaded. */
    private static final Set<String> BLOCKING_NOTHING = Set.of(
            "CSPViolationReport",
            "EventSource",
            "Fetch",
            "FedCM",
            "Manifest",
            "Other",
            "Ping",
            "Prefetch",
            "Preflight",
            "SignedExchange",
            "WebSocket",
            "XHR");

    /** What has no end that a page waits for; a film is loaded as far as it is looked at. */
    private static final Set<String> ENDLESS = Set.of("EventSource", "Media", "WebSocket", "WebTransport");

    /** The answers that have none either: messages, and images of a camera. */
    private static final Set<String> ENDLESS_ANSWERS = Set.of("text/event-stream", "multipart/x-mixed-replace");

    private record Request(
            String loader, String frame, String type, String method, String url, Duration since, String answer) {

        Request answered(String mimeType) {
            return new Request(loader, frame, type, method, url, since, mimeType.isEmpty() ? "?" : mimeType);
        }

        /** Whether it will come to an end, in its own time or when its page is left, that has to do with what the page does. */
        boolean willEnd() {
            return !ENDLESS.contains(type)
                    && !ENDLESS_ANSWERS.contains(answer)
                    && !(type.equals("Other") && FaviconUrl.matches(url));
        }

        /** Whether it is for the script of a worker, which is loaded by no document. */
        boolean isForWorker() {
            return loader.isEmpty();
        }

        String line(Duration now) {
            return "%s (%s), %s".formatted(MessageText.cut(url), type, state(now));
        }

        String lineWithMethod(Duration now) {
            return "%s %s, %s".formatted(method, MessageText.cut(url), state(now));
        }

        private String state(Duration now) {
            return "asked for %s ago and %s"
                    .formatted(
                            Durations.format(now.minus(since)),
                            answer.isEmpty() ? "not answered" : "not answered to its end");
        }
    }

    private final SessionId session;
    private final String target;
    private final Map<String, Request> pending = new LinkedHashMap<>();
    private Optional<Request> navigation = Optional.empty();

    /** Begin with none, for a session and the id of its target. */
    PendingRequests(SessionId session, String target) {
        this.session = session;
        this.target = target;
    }

    /** Return the ids of those that will come to an end. */
    Set<String> ids() {
        return pending.entrySet().stream()
                .filter(request -> request.getValue().willEnd())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Return those that will come to an end, a line each, the oldest first. */
    List<String> lines(Duration now) {
        return pending.values().stream()
                .filter(Request::willEnd)
                .map(request -> request.lineWithMethod(now))
                .toList();
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Return what the load of a page still waits for, a line each, its frames of other sites included. */
    static List<String> ofLoad(SessionState page, long since) {
        var now = page.context().recorder().elapsed();
        var blocking = read(page, since).pending.values().stream()
                .filter(request -> !BLOCKING_NOTHING.contains(request.type()) && !request.isForWorker())
                .toList();
        var lines = new ArrayList<String>();
        blocking.stream().limit(SHOWN).map(request -> request.line(now)).forEach(lines::add);
        if (blocking.size() > SHOWN) {
            lines.add("%d more requests".formatted(blocking.size() - SHOWN));
        }
        return lines;
    }

    /** Return the URL to which the page is navigating, while there is no document of it yet. */
    static Optional<String> ofNavigation(SessionState page) {
        return navigation(page).map(request -> MessageText.cut(request.url()));
    }

    /** Return the request of a navigation of the page that is under way, as a line. */
    static Optional<String> lineOfNavigation(SessionState page) {
        var now = page.context().recorder().elapsed();
        return navigation(page).map(request -> request.line(now));
    }

    private static Optional<Request> navigation(SessionState page) {
        return read(page, 0).navigation;
    }

    private static PendingRequests read(SessionState page, long since) {
        var sessions = page.node().withFrames();
        var requests = new PendingRequests(page.id(), page.target().id());
        page.context().recorder().stream(since, sessions::contains)
                .filter(RecordedMessage::isEvent)
                .forEach(requests::see);
        return requests;
    }

    /** See the end of a request of the page in the session of its worker or frame, which got the answer. */
    void seeElsewhere(RecordedMessage message) {
        if (!pending.isEmpty() && ENDS.contains(message.method())) {
            pending.remove(id(message));
        }
    }

    void see(RecordedMessage message) {
        switch (message.method()) {
            case "Network.requestWillBeSent" -> asked(params(message), message.elapsed());
            case "Network.responseReceived" -> {
                var params = params(message);
                var id = params.path("requestId").asString("");
                var mimeType = params.path("response").path("mimeType").asString("");
                pending.computeIfPresent(id, (key, request) -> request.answered(mimeType));
                navigation =
                        navigation.map(request -> request.loader().equals(id) ? request.answered(mimeType) : request);
            }
            case "Network.loadingFinished" -> pending.remove(id(message));
            case "Network.loadingFailed" -> {
                var id = id(message);
                pending.remove(id);
                navigation =
                        navigation.filter(request -> !request.loader().equals(id)); // of an error page, or given up
            }
            case "Page.frameNavigated" -> navigated(message);
            case "Inspector.targetCrashed", "Network.disable" -> pending.clear(); // nobody tells of their ends
            default -> {
                // tells nothing of requests
            }
        }
    }

    private void asked(JsonNode params, Duration at) {
        var request = new Request(
                params.path("loaderId").asString(""),
                params.path("frameId").asString(""),
                params.path("type").asString("Other"),
                params.path("request").path("method").asString(""),
                params.path("request").path("url").asString(""),
                at,
                "");
        var id = params.path("requestId").asString("");
        pending.remove(id); // a redirect is one more request of this name, and the last one so far
        pending.put(id, request);
        if (id.equals(request.loader()) && request.frame().equals(target)) {
            navigation = Optional.of(request);
        }
    }

    /** The documents before it are left, and with them whatever they have asked for. */
    private void navigated(RecordedMessage message) {
        var frame = params(message).path("frame");
        var loader = frame.path("loaderId").asString("");
        if (message.session().equals(session) && frame.path("parentId").isMissingNode()) {
            pending.keySet().removeIf(id -> !id.equals(loader));
            navigation = Optional.empty();
        } else {
            var id = frame.path("id").asString("");
            pending.values()
                    .removeIf(request ->
                            request.frame().equals(id) && !request.loader().equals(loader));
        }
    }

    private static String id(RecordedMessage message) {
        return params(message).path("requestId").asString("");
    }

    private static JsonNode params(RecordedMessage message) {
        return message.tree().path("params");
    }
}
