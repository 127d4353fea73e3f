package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.likeness.RequestKey;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Initiator;
import io.github.withcdp.recording.Exchange.Request;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.Exchange.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A recorded request, made up by hand.
 *
 * @param from when it was asked for, in milliseconds
 * @param to when it got its answer
 */
record Asked(
        String method,
        String url,
        String type,
        Optional<Body> sent,
        Optional<Response> response,
        Optional<Failure> failure,
        int from,
        int to,
        boolean finished) {

    static Asked get(String url) {
        return new Asked("GET", url, "Fetch", Optional.empty(), Optional.empty(), Optional.empty(), 0, 10, true);
    }

    static Asked post(String url, String body) {
        return new Asked(
                "POST", url, "Fetch", Optional.of(Body.of(body)), Optional.empty(), Optional.empty(), 0, 10, true);
    }

    Asked of(String otherType) {
        return new Asked(method, url, otherType, sent, response, failure, from, to, finished);
    }

    Asked between(int begin, int end) {
        return new Asked(method, url, type, sent, response, failure, begin, end, finished);
    }

    Asked got(int status, String body, Header... headers) {
        return got(status, Optional.of(Body.of(body)), Source.NETWORK, headers);
    }

    Asked got(int status, Optional<Body> body, Source source, Header... headers) {
        var answer = new Response(
                status, "", "http/1.1", List.of(headers), "text/plain", "127.0.0.1:8080", source, -1, body);
        return new Asked(method, url, type, sent, Optional.of(answer), failure, from, to, finished);
    }

    Asked failed(String errorText) {
        return failed(new Failure(errorText, false, "", ""));
    }

    Asked failed(Failure why) {
        return new Asked(method, url, type, sent, response, Optional.of(why), from, to, finished);
    }

    Asked unfinished() {
        return new Asked(method, url, type, sent, response, failure, from, to, false);
    }

    RecordedAnswer answer() {
        return RecordedAnswer.of(exchange());
    }

    /** The same request, made now. */
    AskedRequest now() {
        return now(url);
    }

    AskedRequest now(String otherUrl) {
        var body = sent.map(Body::text).orElse("");
        return new AskedRequest(method, otherUrl, type, body, RequestKey.of(method, otherUrl, body));
    }

    Exchange exchange() {
        return new Exchange(
                "1",
                new SessionId("9F86D081884C7D65"),
                0,
                type,
                "http://shop.test/",
                new Request(method, url, List.of(), sent, sent.isPresent()),
                response,
                failure,
                List.of(),
                new Timing(
                        Duration.ofMillis(from),
                        Optional.of(Duration.ofMillis(to - 1)),
                        Duration.ofMillis(to),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Initiator.UNKNOWN,
                -1,
                finished,
                List.of());
    }
}
