package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * All that is told about one request id.
 *
 * <p>Several sessions may tell of it. Chrome gives ids that are unique in a browser. A page tells that a worker's script or the document of
 * a frame was asked for, and the worker or the frame what came of it; and what a service worker fetches is told by each session
 * attached to it. So each sort of event is taken from the session that is the first to tell one of that sort.
 */
final class RequestEvents {

    private final String id;
    private final StringPool strings;
    private final Map<String, SessionId> tellers = new HashMap<>(8);
    private final List<RedirectStep> steps = new ArrayList<>(1);
    private final ExtraInfo wire = new ExtraInfo();
    private List<Frame> frames = List.of();
    private boolean withoutBegin;

    RequestEvents(String id, StringPool strings) {
        this.id = id;
        this.strings = strings;
    }

    String id() {
        return id;
    }

    /** Return whether this event is told by a session that is not the one to listen to. */
    boolean isRepeated(RecordedMessage message) {
        var teller = tellers.putIfAbsent(message.method(), message.session());
        return teller != null && !teller.equals(message.session());
    }

    /**
     * Return whether the document that asked is not the one that a frame shows now.
     *
     * @param loader of the document now, which is the id of the request for it
     * @param session in which a page shows it, and no frame of it any other; empty if it is a frame within a page
     */
    boolean isOfDocumentBefore(String loader, String frame, Optional<SessionId> session) {
        return !id.equals(loader) && latest().isOfDocumentBefore(loader, frame, session);
    }

    /** Return whether a target asked that has gone, or the request is for the script of a worker that has. */
    boolean isOfTarget(SessionId session, String target) {
        return id.equals(target) || latest().begin.session().equals(session);
    }

    /** Take note that nobody waits for it any more; return false if that was before it began. */
    boolean left(RecordedMessage message) {
        return latest().left(message);
    }

    /** Return whether it is about a request that has come to its end, so that one of the same id is another. */
    boolean isOver() {
        return hasBegun() && latest().isFinished();
    }

    /** Return whether the begin of it is not on record; in another session it may be. */
    boolean isWithoutBegin() {
        return hasBegun() && withoutBegin;
    }

    /** Return whether more of it may be on record in other sessions. */
    boolean isToldInPart() {
        return hasBegun() && (withoutBegin || latest().isToldInPart(wire.isKnown()));
    }

    boolean hasBegun() {
        return !steps.isEmpty();
    }

    long sequence() {
        return steps.get(0).begin.sequence();
    }

    private RedirectStep latest() {
        return steps.get(steps.size() - 1);
    }

    void tell(RecordedMessage message, JsonNode params) {
        if (hasBegun() && !message.method().endsWith("ExtraInfo")) { // which the network tells whoever has left
            latest().goesOn(message);
        }
        switch (message.method()) {
            case "Network.requestWillBeSent" -> sent(message, params);
            case "Network.requestWillBeSentExtraInfo" -> wire.sent(params, strings);
            case "Network.responseReceivedExtraInfo" -> wire.received(params, strings);
            case "Network.responseReceived" -> responded(message, params);
            case "Network.loadingFailed" -> failed(message, params);
            case "Network.webSocketCreated" -> begin(RedirectStep.ofSocket(message, params, "WebSocket", strings));
            case "Network.webTransportCreated" ->
                begin(RedirectStep.ofSocket(message, params, "WebTransport", strings));
            default -> {
                if (hasBegun()) {
                    goOn(message, params);
                }
            }
        }
        if (hasBegun()) {
            latest().news(message);
        }
    }

    /** Begin with what is told of the response, unless the begin was told. */
    private void beginLate(RecordedMessage message, JsonNode response) {
        if (!hasBegun()) {
            withoutBegin = true;
            steps.add(RedirectStep.withoutBegin(message, response, strings));
        }
    }

    private void begin(RedirectStep step) {
        if (!hasBegun()) {
            steps.add(step);
        }
    }

    private void sent(RecordedMessage message, JsonNode params) {
        var redirect = params.path("redirectResponse");
        if (!redirect.isObject()) {
            begin(RedirectStep.of(message, params, strings));
            return;
        }
        if (isOver()) {
            return; // told by one session when another had told the end
        }
        beginLate(message, redirect);
        var response = NetworkResponse.of(redirect, strings);
        latest().responded(message, response, flag(params, "redirectHasExtraInfo"));
        latest().finished(message, RedirectStep.timestamp(params), response.encodedBytes());
        steps.add(RedirectStep.of(message, params, strings));
    }

    private void responded(RecordedMessage message, JsonNode params) {
        beginLate(message, params.path("response"));
        latest().refineType(strings.copy(params.path("type").asString("")));
        latest().responded(message, NetworkResponse.of(params.path("response"), strings), flag(params, "hasExtraInfo"));
    }

    private void failed(RecordedMessage message, JsonNode params) {
        beginLate(message, params.path("response"));
        latest().refineType(strings.copy(params.path("type").asString("")));
        latest().failed(new Failure(
                strings.copy(params.path("errorText").asString("")),
                params.path("canceled").asBoolean(false),
                strings.copy(params.path("blockedReason").asString("")),
                strings.copy(params.at("/corsErrorStatus/corsError").asString(""))));
        latest().finished(message, RedirectStep.timestamp(params), -1);
    }

    /** What is only told of a request that has begun. */
    private void goOn(RecordedMessage message, JsonNode params) {
        switch (message.method()) {
            case "Network.requestServedFromCache" -> latest().servedFromMemory();
            case "Network.dataReceived" ->
                latest().received(
                                params.path("encodedDataLength").asLong(0),
                                params.path("dataLength").asLong(0));
            case "Network.loadingFinished" ->
                latest().finished(
                                message,
                                RedirectStep.timestamp(params),
                                params.path("encodedDataLength").asLong(-1));
            case "Network.webSocketWillSendHandshakeRequest" ->
                latest().headers(HeaderList.of(params.at("/request/headers"), strings));
            case "Network.webSocketHandshakeResponseReceived" ->
                latest().responded(message, NetworkResponse.of(params.path("response"), strings), Optional.of(false));
            case "Network.webSocketFrameSent" -> add(RecordedFrame.ofSocket(message, Direction.SENT, params));
            case "Network.webSocketFrameReceived" -> add(RecordedFrame.ofSocket(message, Direction.RECEIVED, params));
            case "Network.webSocketFrameError" ->
                latest().failed(new Failure(
                        strings.copy(params.path("errorMessage").asString("")), false, "", ""));
            case "Network.webSocketClosed", "Network.webTransportClosed" ->
                latest().finished(message, RedirectStep.timestamp(params), -1);
            case "Network.eventSourceMessageReceived" ->
                add(RecordedFrame.ofEventSource(
                        message, strings.copy(params.path("eventName").asString(""))));
            default -> {
                // told of, and so its latest news
            }
        }
    }

    private void add(Frame frame) {
        if (frames.isEmpty()) {
            frames = new ArrayList<>();
        }
        frames.add(frame);
    }

    /** Return what has come of it, with the redirects on the way. */
    Exchange exchange(CapturedBodies bodies) {
        var redirects = new ArrayList<Exchange>(steps.size() - 1);
        for (var step : steps.subList(0, steps.size() - 1)) {
            redirects.add(step.exchange(id, List.of(), wire, false, bodies, List.of()));
        }
        return latest().exchange(id, redirects, wire, true, bodies, List.copyOf(frames));
    }

    private static Optional<Boolean> flag(JsonNode params, String name) {
        var flag = params.path(name);
        return flag.isBoolean() ? Optional.of(flag.asBoolean(true)) : Optional.empty();
    }
}
