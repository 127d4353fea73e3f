package io.github.withcdp.session.internal;

import io.github.withcdp.protocol.Durations;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The requests of a page that have not come to an end, looked up in the record when somebody has waited in vain. */
final class PendingRequests {

    private static final int SHOWN = 5;

    /** What a document does not wait for before it says that it is loaded. */
    private static final Set<String> HOLDING_UP_NOTHING = Set.of(
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

    private record Request(String loader, String frame, String type, String url, Duration since, boolean answered) {

        Request nowAnswered() {
            return new Request(loader, frame, type, url, since, true);
        }

        String line(Duration now) {
            return "%s (%s), asked for %s ago and %s"
                    .formatted(
                            Hints.cut(url),
                            type,
                            Durations.format(now.minus(since)),
                            answered ? "not answered to its end" : "not answered");
        }
    }

    private final DefaultCDPSession session;
    private final Map<String, Request> pending = new LinkedHashMap<>();
    private Optional<Request> navigation = Optional.empty();

    private PendingRequests(DefaultCDPSession session) {
        this.session = session;
    }

    /** Return what the load of a page still waits for, a line each, its frames of other sites included. */
    static List<String> ofLoad(DefaultCDPSession page, long since) {
        var now = page.conversation().recorder().elapsed();
        var holding = read(page, since).pending.values().stream()
                .filter(request -> !HOLDING_UP_NOTHING.contains(request.type()))
                .toList();
        var lines = new ArrayList<String>();
        holding.stream().limit(SHOWN).map(request -> request.line(now)).forEach(lines::add);
        if (holding.size() > SHOWN) {
            lines.add("%d more requests".formatted(holding.size() - SHOWN));
        }
        return lines;
    }

    /** Return the URL to which the page is navigating, while there is no document of it yet. */
    static Optional<String> ofNavigation(DefaultCDPSession page) {
        return navigation(page).map(request -> Hints.cut(request.url()));
    }

    /** Return the request of a navigation of the page that is under way, as a line. */
    static Optional<String> lineOfNavigation(DefaultCDPSession page) {
        var now = page.conversation().recorder().elapsed();
        return navigation(page).map(request -> request.line(now));
    }

    private static Optional<Request> navigation(DefaultCDPSession page) {
        return read(page, 0).navigation;
    }

    private static PendingRequests read(DefaultCDPSession page, long since) {
        var sessions = new HashSet<SessionId>();
        addWithFrames(page, sessions);
        var requests = new PendingRequests(page);
        page.conversation().recorder().stream(since, sessions::contains)
                .filter(RecordedMessage::isEvent)
                .forEach(requests::see);
        return requests;
    }

    private static void addWithFrames(DefaultCDPSession session, Set<SessionId> sessions) {
        sessions.add(session.id());
        session.frames().forEach(frame -> addWithFrames(frame, sessions));
    }

    private void see(RecordedMessage message) {
        switch (message.method()) {
            case "Network.requestWillBeSent" -> asked(params(message), message.elapsed());
            case "Network.responseReceived" -> {
                var id = id(message);
                pending.computeIfPresent(id, (key, request) -> request.nowAnswered());
                navigation = navigation.map(request -> request.loader().equals(id) ? request.nowAnswered() : request);
            }
            case "Network.loadingFinished" -> pending.remove(id(message));
            case "Network.loadingFailed" -> {
                var id = id(message);
                pending.remove(id);
                navigation =
                        navigation.filter(request -> !request.loader().equals(id)); // of an error page, or given up
            }
            case "Page.frameNavigated" -> navigated(message);
            case "Page.frameDetached" -> {
                var frame = params(message);
                if (!frame.path("reason").asString("").equals("swap")) { // else it lives on in another process
                    pending.values()
                            .removeIf(request ->
                                    request.frame().equals(frame.path("frameId").asString("")));
                }
            }
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
                params.path("request").path("url").asString(""),
                at,
                false);
        var id = params.path("requestId").asString("");
        pending.remove(id); // a redirect is one more request of this name, and the last one so far
        pending.put(id, request);
        if (id.equals(request.loader())
                && request.frame().equals(session.target().id())) {
            navigation = Optional.of(request);
        }
    }

    /** The documents before it are left, and with them whatever they have asked for. */
    private void navigated(RecordedMessage message) {
        var frame = params(message).path("frame");
        if (message.session().equals(session.id()) && frame.path("parentId").isMissingNode()) {
            var loader = frame.path("loaderId").asString("");
            pending.keySet().removeIf(id -> !id.equals(loader));
            navigation = Optional.empty();
        }
    }

    private static String id(RecordedMessage message) {
        return params(message).path("requestId").asString("");
    }

    private static JsonNode params(RecordedMessage message) {
        return message.tree().path("params");
    }
}
