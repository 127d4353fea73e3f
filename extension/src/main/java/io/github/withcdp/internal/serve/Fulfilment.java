package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says to {@code Fetch} what was answered in the recording, with the ports of now and without the secrets that were taken out. */
final class Fulfilment {

    /** About the bytes on the wire, which there are none of: a body is given as the page got it. */
    private static final Set<String> OF_THE_WIRE =
            Set.of("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive");

    private static final int NOT_MODIFIED = 304;

    private final Ports ports;

    Fulfilment(Ports ports) {
        this.ports = ports;
    }

    /** Return the params of {@code Fetch.fulfillRequest}. */
    Map<String, Object> of(Exchange exchange) {
        var response = exchange.response().orElseThrow();
        var body = body(exchange, response);
        var params = new LinkedHashMap<String, Object>();
        params.put("responseCode", status(response));
        params.put("responseHeaders", headers(response, body.inUtf8));
        if (!response.statusText().isEmpty() && response.source() != Source.REVALIDATED) {
            params.put("responsePhrase", response.statusText());
        }
        params.put("body", Base64.getEncoder().encodeToString(body.bytes));
        return params;
    }

    /** What a cache had was still valid: the page got that, and no 304. */
    private static int status(Response response) {
        return response.source() == Source.REVALIDATED && response.status() == NOT_MODIFIED ? 200 : response.status();
    }

    private List<Map<String, String>> headers(Response response, boolean inUtf8) {
        var headers = new ArrayList<Map<String, String>>();
        for (var header : response.headers()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!OF_THE_WIRE.contains(name) && !name.startsWith(":")) {
                var value = StandIns.in(ports.in(header.value()));
                headers.add(Map.of(
                        "name",
                        header.name(),
                        "value",
                        inUtf8 && name.equals("content-type")
                                ? value.replaceFirst("(?i)charset=[^;]*", "charset=utf-8")
                                : value));
            }
        }
        return headers;
    }

    private static final class Content {

        final byte[] bytes;

        /** Whether it is in UTF-8, whatever its header says. */
        final boolean inUtf8;

        Content(byte[] bytes, boolean inUtf8) {
            this.bytes = bytes;
            this.inUtf8 = inUtf8;
        }
    }

    private Content body(Exchange exchange, Response response) {
        if (exchange.resourceType().equals("EventSource")) {
            return new Content(events(exchange.frames()).getBytes(UTF_8), true);
        }
        return response.body()
                .map(this::content)
                .orElseGet(() -> new Content(StandInPicture.of(exchange, response), false));
    }

    private Content content(Body body) {
        var text = body.text();
        var changed = StandIns.in(ports.in(text));
        return text.equals(changed) ? new Content(body.bytes(), false) : new Content(changed.getBytes(UTF_8), true);
    }

    /** Return what an EventSource reads as events. */
    private String events(List<Frame> frames) {
        var stream = new StringBuilder();
        for (var frame : frames) {
            if (!frame.kind().equals("message") && !frame.kind().isEmpty()) {
                stream.append("event: ").append(frame.kind()).append('\n');
            }
            StandIns.in(ports.in(frame.payload()))
                    .lines()
                    .forEach(line -> stream.append("data: ").append(line).append('\n'));
            stream.append('\n');
        }
        return stream.toString();
    }
}
