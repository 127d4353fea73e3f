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
final class RequestStory {

    private final String id;
    private final StringPool words;
    private final Map<String, SessionId> tellers = new HashMap<>(8);
    private final List<Hop> hops = new ArrayList<>(1);
    private final WireHeaders wire = new WireHeaders();
    private List<Frame> frames = List.of();
    private boolean withoutBegin;

    RequestStory(String id, StringPool words) {
        this.id = id;
        this.words = words;
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
        return !id.equals(loader) && hop().isOfDocumentBefore(loader, frame, session);
    }

    /** Return whether a target asked that has gone, or the request is for the script of a worker that has. */
    boolean isOfTarget(SessionId session, String target) {
        return id.equals(target) || hop().begin.session().equals(session);
    }

    /** Take note that nobody waits for it any more; return false if that was before it began. */
    boolean left(RecordedMessage message) {
        return hop().left(message);
    }

    /** Return whether it is about a request that has come to its end, so that one of the same id is another. */
    boolean isOver() {
        return hasBegun() && hop().isFinished();
    }

    /** Return whether the begin of it is not on record; in another session it may be. */
    boolean isWithoutBegin() {
        return hasBegun() && withoutBegin;
    }

    /** Return whether more of it may be on record in other sessions. */
    boolean isToldInPart() {
        return hasBegun() && (withoutBegin || hop().isToldInPart(wire.isKnown()));
    }

    boolean hasBegun() {
        return !hops.isEmpty();
    }

    long sequence() {
        return hops.get(0).begin.sequence();
    }

    private Hop hop() {
        return hops.get(hops.size() - 1);
    }

    void tell(RecordedMessage message, JsonNode params) {
        if (hasBegun() && !message.method().endsWith("ExtraInfo")) { // which the network tells whoever has left
            hop().goesOn(message);
        }
        switch (message.method()) {
            case "Network.requestWillBeSent" -> sent(message, params);
            case "Network.requestWillBeSentExtraInfo" -> wire.sent(params, words);
            case "Network.responseReceivedExtraInfo" -> wire.received(params, words);
            case "Network.responseReceived" -> responded(message, params);
            case "Network.loadingFailed" -> failed(message, params);
            case "Network.webSocketCreated" -> begin(Hop.ofSocket(message, params, "WebSocket", words));
            case "Network.webTransportCreated" -> begin(Hop.ofSocket(message, params, "WebTransport", words));
            default -> {
                if (hasBegun()) {
                    goOn(message, params);
                }
            }
        }
        if (hasBegun()) {
            hop().news(message);
        }
    }

    private void addWithoutBegin(Hop hop) {
        withoutBegin = true;
        hops.add(hop);
    }

    private void begin(Hop hop) {
        if (!hasBegun()) {
            hops.add(hop);
        }
    }

    private void sent(RecordedMessage message, JsonNode params) {
        var redirect = params.path("redirectResponse");
        if (!redirect.isObject()) {
            begin(Hop.of(message, params, words));
            return;
        }
        if (isOver()) {
            return; // told by one session when another had told the end
        }
        if (!hasBegun()) {
            addWithoutBegin(Hop.withoutBegin(message, redirect, words));
        }
        var told = ToldResponse.of(redirect, words);
        hop().responded(message, told, flag(params, "redirectHasExtraInfo"));
        hop().finished(message, Hop.timestamp(params), told.encodedBytes());
        hops.add(Hop.of(message, params, words));
    }

    private void responded(RecordedMessage message, JsonNode params) {
        if (!hasBegun()) {
            addWithoutBegin(Hop.withoutBegin(message, params.path("response"), words));
        }
        hop().refineType(words.copy(params.path("type").asString("")));
        hop().responded(message, ToldResponse.of(params.path("response"), words), flag(params, "hasExtraInfo"));
    }

    private void failed(RecordedMessage message, JsonNode params) {
        if (!hasBegun()) {
            addWithoutBegin(Hop.withoutBegin(message, params.path("response"), words));
        }
        hop().refineType(words.copy(params.path("type").asString("")));
        hop().failed(new Failure(
                words.copy(params.path("errorText").asString("")),
                params.path("canceled").asBoolean(false),
                words.copy(params.path("blockedReason").asString("")),
                words.copy(params.at("/corsErrorStatus/corsError").asString(""))));
        hop().finished(message, Hop.timestamp(params), -1);
    }

    /** What is only told of a request that has begun. */
    private void goOn(RecordedMessage message, JsonNode params) {
        switch (message.method()) {
            case "Network.requestServedFromCache" -> hop().servedFromMemory();
            case "Network.dataReceived" ->
                hop().received(
                                params.path("encodedDataLength").asLong(0),
                                params.path("dataLength").asLong(0));
            case "Network.loadingFinished" ->
                hop().finished(
                                message,
                                Hop.timestamp(params),
                                params.path("encodedDataLength").asLong(-1));
            case "Network.webSocketWillSendHandshakeRequest" ->
                hop().headers(HeaderList.of(params.at("/request/headers"), words));
            case "Network.webSocketHandshakeResponseReceived" ->
                hop().responded(message, ToldResponse.of(params.path("response"), words), Optional.of(false));
            case "Network.webSocketFrameSent" -> add(RecordedFrame.ofSocket(message, Direction.SENT, params));
            case "Network.webSocketFrameReceived" -> add(RecordedFrame.ofSocket(message, Direction.RECEIVED, params));
            case "Network.webSocketFrameError" ->
                hop().failed(new Failure(words.copy(params.path("errorMessage").asString("")), false, "", ""));
            case "Network.webSocketClosed", "Network.webTransportClosed" ->
                hop().finished(message, Hop.timestamp(params), -1);
            case "Network.eventSourceMessageReceived" ->
                add(RecordedFrame.ofEventSource(
                        message, words.copy(params.path("eventName").asString(""))));
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
    Exchange exchange(BodyAnswers bodies) {
        var redirects = new ArrayList<Exchange>(hops.size() - 1);
        for (var hop : hops.subList(0, hops.size() - 1)) {
            redirects.add(hop.exchange(id, List.of(), wire, false, bodies, List.of()));
        }
        return hop().exchange(id, redirects, wire, true, bodies, List.copyOf(frames));
    }

    private static Optional<Boolean> flag(JsonNode params, String name) {
        var flag = params.path(name);
        return flag.isBoolean() ? Optional.of(flag.asBoolean(true)) : Optional.empty();
    }
}
