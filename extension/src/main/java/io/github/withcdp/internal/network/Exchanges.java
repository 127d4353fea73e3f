package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Puts requests together with what came of them. */
public final class Exchanges {

    private static final Set<String> EVENTS = Set.of(
            "Network.requestWillBeSent",
            "Network.requestWillBeSentExtraInfo",
            "Network.responseReceived",
            "Network.responseReceivedExtraInfo",
            "Network.requestServedFromCache",
            "Network.dataReceived",
            "Network.loadingFinished",
            "Network.loadingFailed",
            "Network.eventSourceMessageReceived",
            "Network.webSocketCreated",
            "Network.webSocketWillSendHandshakeRequest",
            "Network.webSocketHandshakeResponseReceived",
            "Network.webSocketFrameSent",
            "Network.webSocketFrameReceived",
            "Network.webSocketFrameError",
            "Network.webSocketClosed",
            "Network.webTransportCreated",
            "Network.webTransportConnectionEstablished",
            "Network.webTransportClosed");

    private static final String REQUEST_ID = "\"requestId\":\"";

    private static final String PAUSED = "Fetch.requestPaused";

    private static final Set<String> QUESTIONS = Set.of(
            "Network.getResponseBody",
            "Network.getRequestPostData",
            "Network.streamResourceContent",
            "Fetch.getResponseBody");

    private final StringPool strings = new StringPool();
    private final CapturedBodies bodies = new CapturedBodies();
    private final Map<String, RequestEvents> requests = new LinkedHashMap<>();
    private final Set<RequestEvents> pending = new LinkedHashSet<>();
    private final List<RequestEvents> over = new ArrayList<>();
    private final Set<String> begunElsewhere = new HashSet<>();

    private Exchanges() {}

    /** Return the exchanges that messages tell of, which are read one by one. */
    public static List<Exchange> in(Iterable<RecordedMessage> messages) {
        var exchanges = new Exchanges();
        for (var message : messages) {
            exchanges.read(message);
        }
        return exchanges.list();
    }

    /**
     * Return the exchanges that began in some sessions, with what other sessions tell of them: a page asks for the script of a worker
     * or the document of a frame, and the worker or the frame tells what came of it. These are only looked at for what is missing.
     *
     * @param own what those sessions said
     * @param others gives what the others said, from a sequence on
     */
    public static List<Exchange> in(
            List<RecordedMessage> own, LongFunction<? extends Iterable<? extends RecordedMessage>> others) {
        var exchanges = new Exchanges();
        own.forEach(exchanges::read);
        var inPart = exchanges.requests.values().stream()
                .filter(RequestEvents::isToldInPart)
                .collect(Collectors.toMap(RequestEvents::id, request -> request));
        if (!inPart.isEmpty()) {
            // What is told of a request in other sessions comes after the first in this one, but for its begin.
            long from = inPart.values().stream().anyMatch(RequestEvents::isWithoutBegin)
                    ? 0
                    : own.get(0).sequence();
            for (var message : others.apply(from)) {
                exchanges.readOther(message, inPart);
            }
        }
        return exchanges.list();
    }

    /** Return whether messages of this method tell of exchanges. */
    public static boolean areToldBy(String method) {
        return EVENTS.contains(method)
                || AbandonedRequests.EVENTS.contains(method)
                || QUESTIONS.contains(method)
                || method.equals(PAUSED);
    }

    private void read(RecordedMessage message) {
        var method = message.method();
        if (message.isEvent()) {
            if (EVENTS.contains(method)) {
                tell(message);
            } else if (AbandonedRequests.EVENTS.contains(method)) {
                AbandonedRequests.read(message, pending);
            } else if (method.equals(PAUSED)) {
                bodies.paused(message, message.tree().path("params"));
            }
        } else if (QUESTIONS.contains(method)) {
            if (message.isCommand()) {
                bodies.asked(message);
            } else {
                bodies.answered(message);
            }
        }
    }

    /** Read what another session says, if it is about a request of which something is missing. A tree is made of nothing else. */
    private void readOther(RecordedMessage message, Map<String, RequestEvents> inPart) {
        if (message.isAnswer() || AbandonedRequests.EVENTS.contains(message.method())) {
            read(message);
            return;
        }
        var request = inPart.get(requestId(message.json()));
        if (request == null) {
            return;
        }
        if (request.isWithoutBegin()
                && message.isEvent()
                && isBegin(message.method(), message.tree().path("params"))) {
            begunElsewhere.add(request.id());
        } else {
            read(message);
        }
    }

    /** Return the id of the request that an event is about, empty if it is about none; without a look at the rest, as Chrome says this first. */
    public static String requestId(String json) {
        int at = json.indexOf(REQUEST_ID);
        int end = at < 0 ? -1 : json.indexOf('"', at + REQUEST_ID.length());
        return end < 0 ? "" : json.substring(at + REQUEST_ID.length(), end);
    }

    private void tell(RecordedMessage message) {
        var params = message.tree().path("params");
        var id = params.path(message.method().startsWith("Network.webTransport") ? "transportId" : "requestId")
                .asString("");
        var request = requests.computeIfAbsent(id, key -> new RequestEvents(key, strings));
        if (request.isRepeated(message)) {
            return;
        }
        if (request.isOver() && isBegin(message.method(), params)) {
            over.add(request);
            request = new RequestEvents(id, strings);
            request.isRepeated(message);
            requests.put(id, request);
        }
        request.tell(message, params);
        if (request.isOver()) {
            pending.remove(request);
        } else if (request.hasBegun()) {
            pending.add(request);
        }
        if (message.method().equals("Network.dataReceived")) {
            bodies.received(id, message, params);
        }
    }

    private static boolean isBegin(String method, JsonNode params) {
        return (method.equals("Network.requestWillBeSent")
                        && params.path("redirectResponse").isMissingNode())
                || method.equals("Network.webSocketCreated")
                || method.equals("Network.webTransportCreated");
    }

    private List<Exchange> list() {
        over.addAll(requests.values());
        return over.stream()
                .filter(RequestEvents::hasBegun)
                .filter(request -> !(request.isWithoutBegin() && begunElsewhere.contains(request.id())))
                .sorted(Comparator.comparingLong(RequestEvents::sequence))
                .map(request -> request.exchange(bodies))
                .toList();
    }
}
