package io.github.withcdp.report.har;

import de.sstoehr.harreader.model.HarCache;
import de.sstoehr.harreader.model.HarContent;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarHeader;
import de.sstoehr.harreader.model.HarRequest;
import de.sstoehr.harreader.model.HarResponse;
import de.sstoehr.harreader.model.HarTiming;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the entry of one exchange. What begins with an underscore is no part of the specification; Chrome's developer tools write most of it too. */
final class EntryMaker {

    private final Exchange exchange;
    private final String redirectUrl;
    private final Instant begin;

    EntryMaker(Exchange exchange, String redirectUrl, Instant begin) {
        this.exchange = exchange;
        this.redirectUrl = redirectUrl;
        this.begin = begin;
    }

    HarEntry entry(Pages pages) {
        var phases = Phases.of(exchange.timing());
        return HarEntry.builder()
                .pageref(pages.of(exchange.session(), exchange.sequence()).orElse(null))
                .startedDateTime(Milliseconds.moment(begin, exchange.timing().started()))
                .request(request())
                .response(exchange.response().map(this::response).orElseGet(this::noResponse))
                .cache(new HarCache())
                .timings(HarTiming.builder().additional(phases.values()).build())
                .serverIPAddress(exchange.response()
                        .flatMap(response -> RemoteAddress.ip(response.remoteAddress()))
                        .orElse(null))
                .additional(additional(phases))
                .build();
    }

    private Map<String, Object> additional(Phases phases) {
        var more = new LinkedHashMap<String, Object>();
        more.put("time", phases.sum());
        more.put("_requestId", exchange.id());
        more.put("_resourceType", exchange.resourceType().toLowerCase(Locale.ROOT));
        more.put("_initiator", initiator());
        exchange.response().map(Response::source).ifPresent(source -> {
            switch (source) {
                case DISK_CACHE -> more.put("_fromCache", "disk");
                case MEMORY_CACHE -> more.put("_fromCache", "memory");
                case PREFETCH_CACHE -> more.put("_fromCache", "prefetch");
                case SERVICE_WORKER -> more.put("_fetchedViaServiceWorker", true);
                case NETWORK -> {
                    // the usual way
                }
            }
        });
        if (!exchange.finished()) {
            more.put("comment", "It had not ended when the recording did.");
        }
        if (!exchange.frames().isEmpty()) {
            more.putAll(Frames.of(exchange, begin));
        }
        return more;
    }

    private Map<String, Object> initiator() {
        var initiator = exchange.initiator();
        var all = new LinkedHashMap<String, Object>();
        all.put("type", initiator.type().isEmpty() ? "other" : initiator.type());
        if (!initiator.url().isEmpty()) {
            all.put("url", Cut.text(initiator.url(), Cut.VALUE));
        }
        if (initiator.line() > 0) {
            all.put("lineNumber", initiator.line() - 1); // Chrome counts from 0 here
        }
        if (!initiator.stack().isEmpty()) {
            all.put("stack", Map.of("description", Cut.text(initiator.stack(), Cut.VALUE), "callFrames", List.of()));
        }
        return all;
    }

    private HarRequest request() {
        var request = exchange.request();
        var url = Cut.text(request.url(), Cut.VALUE);
        int cut = request.url().length() - url.length();
        var content = request.body().map(Content::of);
        return new HarRequest(
                request.method(),
                url,
                httpVersion(),
                Cookies.sent(request.headers()),
                headers(request.headers()),
                QueryString.of(url),
                PostData.of(request, content).orElse(null),
                -1L,
                content.map(Content::size).orElse(request.hasBody() ? -1L : 0L),
                cut == 0 ? null : "The URL is cut, %d more characters are in traffic.jsonl.".formatted(cut),
                Map.of());
    }

    private HarResponse response(Response response) {
        var content = response.body().map(Content::of);
        boolean cached = response.source() != Source.NETWORK && response.source() != Source.SERVICE_WORKER;
        return new HarResponse(
                response.status(),
                response.statusText(),
                httpVersion(),
                Cookies.received(response.headers()),
                headers(response.headers()),
                content.map(known -> known.har(mimeType(response))).orElseGet(() -> notCaptured(response)),
                redirectUrl.isEmpty() ? location(response) : Cut.text(redirectUrl, Cut.VALUE),
                -1L,
                cached ? 0L : -1L,
                null,
                outcome());
    }

    private HarContent notCaptured(Response response) {
        return HarContent.builder()
                .size(Math.max(0, exchange.encodedBytes()))
                .mimeType(mimeType(response))
                .comment("The content was not captured.")
                .build();
    }

    private HarResponse noResponse() {
        return new HarResponse(
                0,
                "",
                "",
                List.of(),
                List.of(),
                HarContent.builder().size(0L).mimeType("x-unknown").build(),
                Cut.text(redirectUrl, Cut.VALUE),
                -1L,
                -1L,
                null,
                outcome());
    }

    private Map<String, Object> outcome() {
        var more = new LinkedHashMap<String, Object>();
        more.put("_transferSize", exchange.encodedBytes());
        exchange.failure().ifPresent(failure -> {
            more.put("_error", failure.errorText());
            if (failure.cancelled()) {
                more.put("_canceled", true);
            }
            if (!failure.blockedReason().isEmpty()) {
                more.put("_blockedReason", failure.blockedReason());
            }
            if (!failure.corsError().isEmpty()) {
                more.put("_corsError", failure.corsError());
            }
        });
        return more;
    }

    private String httpVersion() {
        var protocol = exchange.response().map(Response::protocol).orElse("");
        return switch (protocol) {
            case "http/1.0" -> "HTTP/1.0";
            case "http/1.1" -> "HTTP/1.1";
            case "h2" -> "HTTP/2";
            case "h3" -> "HTTP/3";
            default -> protocol;
        };
    }

    private static String mimeType(Response response) {
        return Cut.text(
                response.header("content-type")
                        .or(() -> Optional.of(response.mimeType()).filter(type -> !type.isEmpty()))
                        .orElse("x-unknown"),
                Cut.VALUE);
    }

    private static String location(Response response) {
        return response.status() >= 300 && response.status() < 400
                ? Cut.text(response.header("location").orElse(""), Cut.VALUE)
                : "";
    }

    private static List<HarHeader> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> new HarHeader(
                        Cut.text(header.name(), Cut.VALUE), Cut.text(header.value(), Cut.VALUE), null, Map.of()))
                .toList();
    }
}
