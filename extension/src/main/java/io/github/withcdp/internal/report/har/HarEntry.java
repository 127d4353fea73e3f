package io.github.withcdp.internal.report.har;

import io.github.withcdp.internal.network.DeclaredContent;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Request;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the entry of one exchange. What begins with an underscore is no part of the specification; Chrome's developer tools write most of it too. */
final class HarEntry {

    private final Exchange exchange;
    private final String redirectUrl;
    private final Instant begin;

    HarEntry(Exchange exchange, String redirectUrl, Instant begin) {
        this.exchange = exchange;
        this.redirectUrl = redirectUrl;
        this.begin = begin;
    }

    Map<String, Object> entry(HarPages pages) {
        var phases = HarTimings.of(exchange.timing());
        var entry = new HarObject()
                .addIfPresent("pageref", pages.of(exchange.session(), exchange.sequence()))
                .add(
                        "startedDateTime",
                        Milliseconds.moment(begin, exchange.timing().started()))
                .add("time", phases.sum())
                .add("request", request())
                .add("response", exchange.response().map(this::response).orElseGet(this::noResponse))
                .add("cache", Map.of())
                .add("timings", phases.values())
                .addIfPresent(
                        "serverIPAddress",
                        exchange.response().flatMap(response -> RemoteAddress.ip(response.remoteAddress())))
                .add("_requestId", exchange.id())
                .add("_resourceType", exchange.resourceType().toLowerCase(Locale.ROOT))
                .add("_initiator", initiator());
        exchange.response().map(Response::source).ifPresent(source -> {
            switch (source) {
                case DISK_CACHE -> entry.add("_fromCache", "disk");
                case MEMORY_CACHE -> entry.add("_fromCache", "memory");
                case PREFETCH_CACHE -> entry.add("_fromCache", "prefetch");
                case SERVICE_WORKER -> entry.add("_fetchedViaServiceWorker", true);
                case NETWORK, REVALIDATED -> {
                    // the usual way
                }
            }
        });
        if (!exchange.finished()) {
            entry.add("comment", "It had not ended when the recording did.");
        }
        if (!exchange.frames().isEmpty()) {
            HarFrames.addTo(entry, exchange, begin);
        }
        return entry.map();
    }

    private Map<String, Object> initiator() {
        var initiator = exchange.initiator();
        var fields = new HarObject()
                .add("type", initiator.type().isEmpty() ? "other" : initiator.type())
                .addUnlessEmpty("url", Truncation.text(initiator.url(), Truncation.VALUE));
        if (initiator.line() > 0) {
            fields.add("lineNumber", initiator.line() - 1); // Chrome counts from 0 here
        }
        if (!initiator.stack().isEmpty()) {
            fields.add(
                    "stack",
                    new HarObject()
                            .add("description", Truncation.text(initiator.stack(), Truncation.VALUE))
                            .add("callFrames", List.of())
                            .map());
        }
        return fields.map();
    }

    private Map<String, Object> request() {
        var request = exchange.request();
        var url = Truncation.text(request.url(), Truncation.VALUE);
        int cut = request.url().length() - url.length();
        var content = request.body().map(HarContent::of);
        return new HarObject()
                .add("method", request.method())
                .add("url", url)
                .add("httpVersion", httpVersion())
                .add("cookies", CookieHeaders.sent(request.headers()))
                .add("headers", headers(request.headers()))
                .add("queryString", QueryString.of(url))
                .addIfPresent("postData", HarPostData.of(request, content))
                .add("headersSize", -1)
                .add("bodySize", bodySize(request, content))
                .addUnlessEmpty(
                        "comment",
                        cut == 0 ? "" : "The URL is cut, %d more characters are in traffic.jsonl.".formatted(cut))
                .map();
    }

    private static long bodySize(Request request, Optional<HarContent> content) {
        long size = content.map(HarContent::size).orElse(request.hasBody() ? -1L : 0L);
        return size >= 0 ? size : DeclaredContent.of(request.headers()).length();
    }

    private Map<String, Object> response(Response response) {
        var content = response.body().map(HarContent::of);
        boolean overTheNetwork = response.source() == Source.NETWORK || response.source() == Source.SERVICE_WORKER;
        var fields = new HarObject()
                .add("status", response.status())
                .add("statusText", response.statusText())
                .add("httpVersion", httpVersion())
                .add("cookies", CookieHeaders.received(response.headers()))
                .add("headers", headers(response.headers()))
                .add(
                        "content",
                        content.map(each -> each.fields(mimeType(response))).orElseGet(() -> notCaptured(response)))
                .add(
                        "redirectURL",
                        redirectUrl.isEmpty() ? location(response) : Truncation.text(redirectUrl, Truncation.VALUE))
                .add("headersSize", -1)
                .add("bodySize", overTheNetwork ? -1 : 0);
        return withOutcome(fields);
    }

    private Map<String, Object> notCaptured(Response response) {
        return new HarObject()
                .add("size", response.contentBytes())
                .add("mimeType", mimeType(response))
                .addUnlessEmpty("comment", response.contentBytes() == 0 ? "" : "The content was not captured.")
                .map();
    }

    private Map<String, Object> noResponse() {
        var fields = new HarObject()
                .add("status", 0)
                .add("statusText", "")
                .add("httpVersion", "")
                .add("cookies", List.of())
                .add("headers", List.of())
                .add(
                        "content",
                        new HarObject()
                                .add("size", 0)
                                .add("mimeType", "x-unknown")
                                .map())
                .add("redirectURL", Truncation.text(redirectUrl, Truncation.VALUE))
                .add("headersSize", -1)
                .add("bodySize", -1);
        return withOutcome(fields);
    }

    private Map<String, Object> withOutcome(HarObject response) {
        response.add("_transferSize", exchange.encodedBytes());
        exchange.failure().ifPresent(failure -> {
            response.addUnlessEmpty("_error", failure.errorText());
            if (failure.cancelled()) {
                response.add("_canceled", true);
            }
            response.addUnlessEmpty("_blockedReason", failure.blockedReason())
                    .addUnlessEmpty("_corsError", failure.corsError());
        });
        return response.map();
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
        return Truncation.text(
                response.header("content-type")
                        .or(() -> Optional.of(response.mimeType()).filter(type -> !type.isEmpty()))
                        .orElse("x-unknown"),
                Truncation.VALUE);
    }

    private static String location(Response response) {
        return response.status() >= 300 && response.status() < 400
                ? Truncation.text(response.header("location").orElse(""), Truncation.VALUE)
                : "";
    }

    private static List<Map<String, Object>> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> HarObject.pair(
                        Truncation.text(header.name(), Truncation.VALUE),
                        Truncation.text(header.value(), Truncation.VALUE)))
                .map(HarObject::map)
                .toList();
    }
}
