package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Initiator;
import io.github.withcdp.recording.Exchange.Request;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request, as far as it has been told: one of a chain if it was redirected. */
final class RedirectStep {

    /** Chrome does not say why a request ended whose document was left. */
    private static final Failure LEFT = new Failure("", true, "", "");

    final RecordedMessage begin;
    private final double issued;
    private final String loader;
    private final String frame;
    private String type;
    private final String documentUrl;
    private final String method;
    private final String url;
    private List<Header> headers;
    private final Initiator initiator;
    private final boolean hasBody;
    private final boolean posted;

    private @Nullable NetworkResponse response;
    private @Nullable Duration responded;
    private boolean inMemory;
    private boolean overTheWire = true; // until told otherwise
    private boolean toldOfWire;
    private @Nullable Failure failure;
    private Duration last;
    private double ended = -1;
    private long dataBytes;
    private long contentBytes = -1; // until some of it came
    private long allBytes = -1; // told at the end, headers included
    private boolean finished;
    private boolean left;
    private long leftAt;

    private RedirectStep(
            RecordedMessage begin,
            double issued,
            String loader,
            String frame,
            String type,
            String documentUrl,
            String method,
            String url,
            List<Header> headers,
            Initiator initiator,
            boolean hasBody,
            boolean posted) {
        this.begin = begin;
        this.issued = issued;
        this.loader = loader;
        this.frame = frame;
        this.type = type;
        this.documentUrl = documentUrl;
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.initiator = initiator;
        this.hasBody = hasBody;
        this.posted = posted;
        last = begin.elapsed();
    }

    /** A request that was told. */
    static RedirectStep of(RecordedMessage begin, JsonNode params, StringPool strings) {
        var request = params.path("request");
        boolean posted = RecordedBody.Posted.isIn(request);
        return new RedirectStep(
                begin,
                timestamp(params),
                strings.copy(params.path("loaderId").asString("")),
                strings.copy(params.path("frameId").asString("")),
                strings.copy(params.path("type").asString("")),
                strings.copy(params.path("documentURL").asString("")),
                strings.copy(request.path("method").asString("")),
                strings.copy(request.path("url").asString("")
                        + request.path("urlFragment").asString("")),
                HeaderList.of(request.path("headers"), strings),
                Initiators.of(params.path("initiator"), strings),
                posted || request.path("hasPostData").asBoolean(false),
                posted);
    }

    /** A WebSocket or WebTransport, which has only a URL at first. */
    static RedirectStep ofSocket(RecordedMessage begin, JsonNode params, String type, StringPool strings) {
        return new RedirectStep(
                begin,
                timestamp(params),
                "",
                "",
                type,
                "",
                type.equals("WebSocket") ? "GET" : "CONNECT",
                strings.copy(params.path("url").asString("")),
                List.of(),
                Initiators.of(params.path("initiator"), strings),
                false,
                false);
    }

    /** A request whose begin is not in the recording: all that is known is its response or its failure. */
    static RedirectStep withoutBegin(RecordedMessage message, JsonNode response, StringPool strings) {
        return new RedirectStep(
                message,
                -1,
                "",
                "",
                "",
                "",
                "",
                strings.copy(response.path("url").asString("")),
                List.of(),
                Initiator.UNKNOWN,
                false,
                false);
    }

    static double timestamp(JsonNode params) {
        return params.path("timestamp").asDouble(-1);
    }

    /** Return whether more of it may be on record in other sessions: its answer, its end, or what went over the wire. */
    boolean isToldInPart(boolean wireIsKnown) {
        return (!finished && isMeantToEnd()) || (toldOfWire && !wireIsKnown);
    }

    /** What a server may go on with as long as the page lives is told by one session from its begin to its end. */
    private boolean isMeantToEnd() {
        return switch (type) {
            case "WebSocket", "WebTransport", "EventSource", "Ping" -> false;
            default -> true;
        };
    }

    boolean isFinished() {
        return finished || left;
    }

    /** Return whether the document that asked is not the one that its frame, or the page around it, shows now. */
    boolean isOfDocumentBefore(String newLoader, String newFrame, Optional<SessionId> session) {
        return !loader.isEmpty()
                && !loader.equals(newLoader)
                && (frame.equals(newFrame)
                        || session.filter(begin.session()::equals).isPresent());
    }

    /** Take note that nobody waits for it any more; return false if that was before it began. */
    boolean left(RecordedMessage message) {
        if (message.sequence() < begin.sequence()) {
            return false;
        }
        news(message);
        left = !finished;
        leftAt = message.sequence();
        return true;
    }

    /** Something is told of it: if that was later, it was not left after all. */
    void goesOn(RecordedMessage message) {
        left &= message.sequence() < leftAt;
    }

    /** Take note that something was told about it. */
    void news(RecordedMessage message) {
        if (!isFinished() && message.elapsed().compareTo(last) > 0) { // what other sessions tell is read later
            last = message.elapsed();
        }
    }

    void headers(List<Header> sent) {
        headers = sent;
    }

    void servedFromMemory() {
        inMemory = true;
    }

    /** The type that comes with the response is the more precise one: {@code Preflight} instead of {@code Other}. */
    void refineType(String other) {
        type = other.isEmpty() ? type : other;
    }

    /**
     * It was answered.
     *
     * @param onWire whether its headers went over the wire, and so are told apart, as far as that is told
     */
    void responded(RecordedMessage message, NetworkResponse received, Optional<Boolean> onWire) {
        response = received;
        responded = message.elapsed();
        overTheWire = onWire.orElse(overTheWire);
        toldOfWire = onWire.orElse(false);
    }

    /**
     * A piece of its content came.
     *
     * @param bytes over the network
     * @param decoded what became of them
     */
    void received(long bytes, long decoded) {
        if (!finished) {
            dataBytes += Math.max(0, bytes);
            contentBytes = Math.max(0, contentBytes) + Math.max(0, decoded);
        }
    }

    /**
     * It came to its end; whatever is told later is about something else, for example the page that shows an error.
     *
     * @param bytes that came over the network, negative if unknown
     */
    void finished(RecordedMessage message, double timestamp, long bytes) {
        if (!finished) {
            news(message);
            ended = timestamp;
            allBytes = bytes;
            finished = true;
            left = false;
        }
    }

    void failed(Failure why) {
        failure = failure == null ? why : failure;
    }

    /** Return what has come of it. */
    Exchange exchange(
            String id,
            List<Exchange> redirects,
            ExtraInfo wire,
            boolean isLast,
            CapturedBodies bodies,
            List<Frame> frames) {
        var trip =
                overTheWire ? wire.take(response == null ? 0 : response.status(), isLast) : ExtraInfo.RoundTrip.UNTOLD;
        return new Exchange(
                id,
                begin.session(),
                begin.sequence(),
                type,
                documentUrl,
                request(id, trip, bodies),
                answer(trip.response())
                        .map(received -> response(
                                received,
                                isLast ? bodies.ofResponse(id, declared(received), endedWell()) : Optional.empty())),
                Optional.ofNullable(left ? LEFT : failure),
                redirects,
                timing(),
                initiatorAfter(redirects),
                encodedBytes(),
                isFinished(),
                frames);
    }

    /** Of an answer that was kept from the page the wire alone tells; while it may still come, that is no answer yet. */
    private Optional<NetworkResponse> answer(Optional<ResponseExtraInfo> onWire) {
        var received = response;
        if (received != null) {
            return Optional.of(onWire.map(wire -> wire.over(received)).orElse(received));
        }
        return isFinished() ? onWire.flatMap(ResponseExtraInfo::alone) : Optional.empty();
    }

    private Request request(String id, ExtraInfo.RoundTrip trip, CapturedBodies bodies) {
        var reported = response == null || response.requestHeaders().isEmpty() ? headers : response.requestHeaders();
        var sent = trip.request().orElse(reported);
        return new Request(
                method,
                url,
                sent,
                hasBody ? requestBody(id, DeclaredContent.of(sent), bodies) : Optional.empty(),
                hasBody);
    }

    private Optional<Body> requestBody(String id, DeclaredContent declared, CapturedBodies bodies) {
        var fromEvent = posted ? Optional.<Body>of(new RecordedBody.Posted(begin, declared)) : Optional.<Body>empty();
        return bodies.ofPausedRequest(id, declared).or(() -> fromEvent).or(() -> bodies.ofRequest(id, declared));
    }

    /** Of the headers of the content as the page got it, because the wire says less of what a cache had. */
    private DeclaredContent declared(NetworkResponse received) {
        return DeclaredContent.of((response == null ? received : response).headers())
                .withLength(contentBytes(received));
    }

    private Response response(NetworkResponse received, Optional<Body> body) {
        return new Response(
                received.status(),
                received.statusText(),
                received.protocol(),
                received.headers(),
                received.mimeType(),
                received.remoteAddress(),
                inMemory && received.source() == Source.NETWORK ? Source.MEMORY_CACHE : received.source(),
                contentBytes(received),
                body);
    }

    private boolean endedWell() {
        return finished && failure == null;
    }

    /** What is cut off or still coming is of no known length. Of an empty content, no piece is told. */
    private long contentBytes(NetworkResponse received) {
        if (!endedWell()) {
            return -1;
        }
        boolean nothingCame = contentBytes < 0
                && !inMemory
                && received.source() == Source.NETWORK
                && received.encodedBytes() >= 0
                && allBytes <= received.encodedBytes();
        return nothingCame ? 0 : contentBytes;
    }

    private Exchange.Timing timing() {
        var measured = response == null ? NetworkTiming.NONE : response.timing();
        return measured.with(begin.elapsed(), Optional.ofNullable(responded), last, issued, ended);
    }

    /** Chrome says of a redirected request that something else made it; what made the first one says more. */
    private Initiator initiatorAfter(List<Exchange> redirects) {
        return redirects.isEmpty()
                        || !initiator.url().isEmpty()
                        || !initiator.stack().isEmpty()
                ? initiator
                : redirects.get(0).initiator();
    }

    private long encodedBytes() {
        long headerBytes = response == null ? -1 : response.encodedBytes();
        if (allBytes >= 0) {
            return Math.max(allBytes, headerBytes); // of a preflight request Chrome says 0 at the end
        }
        return headerBytes < 0 && dataBytes == 0 ? -1 : Math.max(0, headerBytes) + dataBytes;
    }
}
