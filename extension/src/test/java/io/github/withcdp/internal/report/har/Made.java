package io.github.withcdp.internal.report.har;

import io.github.withcdp.api.HandmadeMessage;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Initiator;
import io.github.withcdp.recording.Exchange.Request;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.Exchange.Timing;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Exchanges and events made up by hand. */
record Made(
        String id,
        String session,
        long sequence,
        String type,
        Request request,
        Optional<Response> response,
        Optional<Failure> failure,
        List<Exchange> redirects,
        Timing timing,
        List<Frame> frames) {

    static final String PAGE = "9F86D081884C7D65";

    static Made get(String id, long sequence, String url) {
        return new Made(
                id,
                PAGE,
                sequence,
                "Fetch",
                new Request("GET", url, List.of(), Optional.empty(), false),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                untimed(sequence * 10, sequence * 10 + 7),
                List.of());
    }

    Made type(String type) {
        return new Made(id, session, sequence, type, request, response, failure, redirects, timing, frames);
    }

    Made in(String session) {
        return new Made(id, session, sequence, type, request, response, failure, redirects, timing, frames);
    }

    Made timing(Timing timing) {
        return new Made(id, session, sequence, type, request, response, failure, redirects, timing, frames);
    }

    Made redirects(Exchange... redirects) {
        return new Made(id, session, sequence, type, request, response, failure, List.of(redirects), timing, frames);
    }

    Made frames(List<Frame> frames) {
        return new Made(id, session, sequence, type, request, response, failure, redirects, timing, frames);
    }

    Made failed(Failure failure) {
        return new Made(
                id, session, sequence, type, request, response, Optional.of(failure), redirects, timing, frames);
    }

    Made sent(List<Header> headers, Optional<Body> body) {
        return new Made(
                id,
                session,
                sequence,
                type,
                new Request("POST", request.url(), headers, body, true),
                response,
                failure,
                redirects,
                timing,
                frames);
    }

    Made answered(int status, String mimeType, Optional<Body> body, Header... headers) {
        return answered(new Response(
                status, "OK", "http/1.1", List.of(headers), mimeType, "127.0.0.1:8080", Source.NETWORK, -1, body));
    }

    Made answered(Response response) {
        return new Made(
                id, session, sequence, type, request, Optional.of(response), failure, redirects, timing, frames);
    }

    Exchange exchange() {
        return new Exchange(
                id,
                new SessionId(session),
                sequence,
                type,
                "http://shop.test/",
                request,
                response,
                failure,
                redirects,
                timing,
                new Initiator("script", "http://shop.test/app.js", 17, "pay (http://shop.test/app.js:17:3)"),
                123,
                true,
                frames);
    }

    /** As from a cache: nothing but what Chrome told and when, in milliseconds. */
    static Timing untimed(long started, long ended) {
        return new Timing(
                Duration.ofMillis(started),
                Optional.empty(),
                Duration.ofMillis(ended),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Frame frame(long millis, Direction direction, String kind, String payload) {
        return new MadeFrame(Duration.ofMillis(millis), direction, kind, payload);
    }

    static RecordedMessage event(long sequence, long millis, String session, String method, String params) {
        return new HandmadeMessage(
                sequence,
                Duration.ofMillis(millis),
                Direction.RECEIVED,
                new SessionId(session),
                method,
                OptionalInt.empty(),
                "{\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    private record MadeFrame(Duration elapsed, Direction direction, String kind, String payload) implements Frame {}
}
