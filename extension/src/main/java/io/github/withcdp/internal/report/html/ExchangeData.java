package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.finding.FailureWords;
import io.github.withcdp.internal.network.RoundTrips.RoundTrip;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of a recording, as a page has them. */
public final class ExchangeData {

    private static final int FRAMES = 1_000;
    private static final int PAYLOAD = 4 * 1024;

    private final MessageData messages;
    private final Microseconds clock;
    private final BodyData bodies = new BodyData();

    private ExchangeData(MessageData messages, Microseconds clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Write them, each round trip as a row. */
    public static void write(OutputStream out, List<RoundTrip> trips, MessageData messages, Microseconds clock)
            throws IOException {
        var data = new ExchangeData(messages, clock);
        var places = new HashMap<Long, Integer>();
        for (var trip : trips) {
            places.put(trip.exchange().sequence(), places.size());
        }
        try (var list = new JsonArrayWriter(out)) {
            for (var trip : trips) {
                var row = data.row(trip.exchange());
                row.put("next", text(trip.next()));
                row.put(
                        "redirects",
                        trip.exchange().redirects().stream()
                                .map(redirect -> places.get(redirect.sequence()))
                                .toList());
                list.add(row);
            }
        }
    }

    private Map<String, @Nullable Object> row(Exchange exchange) {
        var request = exchange.request();
        var response = exchange.response();
        var timing = exchange.timing();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("message", messages.indexOf(exchange.sequence()));
        row.put("session", messages.numberOf(exchange.session()));
        row.put("id", exchange.id());
        row.put("type", exchange.resourceType());
        row.put("document", text(exchange.documentUrl()));
        row.put("method", exchange.method());
        row.put("url", text(exchange.url()));
        row.put("status", exchange.status());
        row.put("statusText", response.map(Exchange.Response::statusText).orElse(""));
        row.put("protocol", response.map(Exchange.Response::protocol).orElse(""));
        row.put("mime", response.map(Exchange.Response::mimeType).orElse(""));
        row.put("remote", response.map(Exchange.Response::remoteAddress).orElse(""));
        row.put(
                "source",
                response.map(Exchange.Response::source)
                        .orElse(Exchange.Source.NETWORK)
                        .name());
        row.put("failed", exchange.hasFailed());
        row.put("finished", exchange.finished());
        row.put(
                "failure",
                exchange.failure()
                        .map(failure -> failure(failure, FailureWords.of(exchange)))
                        .orElse(null));
        row.put("started", clock.micros(timing.started()));
        row.put("responded", timing.responded().map(clock::micros).orElse(null));
        row.put("ended", clock.micros(timing.ended()));
        row.put("phases", phases(timing));
        row.put("bytes", exchange.encodedBytes());
        row.put("content", response.map(Exchange.Response::contentBytes).orElse(-1L));
        row.put("initiator", initiator(exchange.initiator()));
        row.put("requestHeaders", headers(request.headers()));
        row.put(
                "responseHeaders",
                headers(response.map(Exchange.Response::headers).orElse(List.of())));
        row.put("requestBody", request.body().map(bodies::of).orElse(null));
        row.put("hasRequestBody", request.hasBody());
        row.put(
                "responseBody",
                response.flatMap(Exchange.Response::body).map(bodies::of).orElse(null));
        frames(exchange.frames(), row);
        return row;
    }

    private static Map<String, Object> failure(Exchange.Failure failure, String words) {
        var row = new LinkedHashMap<String, Object>();
        row.put("errorText", failure.errorText());
        row.put("words", words);
        row.put("cancelled", failure.cancelled());
        row.put("blockedReason", failure.blockedReason());
        row.put("corsError", failure.corsError());
        return row;
    }

    private static Map<String, Object> phases(Exchange.Timing timing) {
        var row = new LinkedHashMap<String, Object>();
        phase(row, "blocked", timing.blocked());
        phase(row, "dns", timing.dns());
        phase(row, "connect", timing.connect());
        phase(row, "ssl", timing.ssl());
        phase(row, "send", timing.send());
        phase(row, "waiting", timing.waiting());
        phase(row, "receive", timing.receive());
        return row;
    }

    private static void phase(Map<String, Object> row, String name, Optional<Duration> duration) {
        duration.ifPresent(length -> row.put(name, Microseconds.length(length)));
    }

    private static Map<String, Object> initiator(Exchange.Initiator initiator) {
        var row = new LinkedHashMap<String, Object>();
        row.put("type", initiator.type());
        row.put("url", text(initiator.url()));
        row.put("line", initiator.line());
        row.put("stack", text(initiator.stack()));
        return row;
    }

    private static List<List<String>> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> List.of(text(header.name()), text(header.value())))
                .toList();
    }

    private void frames(List<Exchange.Frame> frames, Map<String, @Nullable Object> row) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
            var one = new LinkedHashMap<String, Object>();
            one.put("at", clock.micros(frame.elapsed()));
            one.put("direction", frame.direction().name());
            one.put("kind", frame.kind());
            one.put("payload", LongTexts.cut(frame.payload(), PAYLOAD));
            rows.add(one);
        }
        row.put("frames", rows);
        row.put("moreFrames", frames.size() - rows.size());
    }

    private static String text(String text) {
        return LongTexts.cut(text, LongStrings.LIMIT);
    }
}
