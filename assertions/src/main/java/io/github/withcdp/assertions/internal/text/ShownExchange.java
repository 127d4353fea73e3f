package io.github.withcdp.assertions.internal.text;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Header;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows requests and what came of them in a failure message: on one line, escaped, and never with a whole body. */
public final class ShownExchange {

    private static final int WORD = 40;
    private static final int NAMES = 300;
    private static final Set<String> TEXT = Set.of("json", "xml", "javascript", "html", "plain", "urlencoded");

    private ShownExchange() {}

    /** Return {@code GET http://shop.test/cart → 404 Not Found}. */
    public static String line(Exchange exchange) {
        return request(exchange) + " " + outcome(exchange);
    }

    /** Return {@code GET http://shop.test/cart}. */
    static String request(Exchange exchange) {
        return ShownText.text(exchange.method(), WORD) + " " + ShownText.text(exchange.url(), ShownText.URL);
    }

    /** Return {@code → 404 Not Found}, or why there is no answer. */
    static String outcome(Exchange exchange) {
        var answer = exchange.response().map(response -> "→ " + status(response));
        var end = exchange.failure().map(ShownExchange::failure);
        if (answer.isPresent()) {
            return answer.get() + end.map(words -> ", then " + words).orElse("");
        }
        return end.orElse("(no answer yet)");
    }

    /** Return {@code 404 Not Found}. */
    public static String status(Response response) {
        return (response.status() + " " + ShownText.text(response.statusText(), WORD)).strip();
    }

    /** Return {@code failed with net::ERR_FAILED (blocked: csp)}. */
    public static String failure(Failure failure) {
        var error = failure.errorText().isEmpty() ? "" : " with " + ShownText.text(failure.errorText(), WORD * 2);
        var words = failure.cancelled() ? "was cancelled" : "failed" + error;
        var reasons = new ArrayList<String>();
        if (!failure.blockedReason().isEmpty()) {
            reasons.add("blocked: " + ShownText.text(failure.blockedReason(), WORD));
        }
        if (!failure.corsError().isEmpty()) {
            reasons.add("CORS: " + ShownText.text(failure.corsError(), WORD));
        }
        return reasons.isEmpty() ? words : words + " (" + String.join(", ", reasons) + ")";
    }

    /** Return where a response came from, for "it came from …". */
    public static String source(Source source) {
        return switch (source) {
            case NETWORK -> "the network";
            case REVALIDATED -> "the network, which said that what the cache has is still valid";
            case DISK_CACHE -> "the disk cache";
            case MEMORY_CACHE -> "the memory cache";
            case PREFETCH_CACHE -> "the prefetch cache";
            case SERVICE_WORKER -> "a service worker";
        };
    }

    /** Return the names of headers, each once. */
    public static String names(List<Header> headers) {
        if (headers.isEmpty()) {
            return "none";
        }
        var names = headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        return ShownText.text(String.join(", ", names), NAMES);
    }

    /** Return the begin of a body that is text and was captured. */
    public static Optional<String> excerpt(Response response) {
        String type = response.mimeType().toLowerCase(Locale.ROOT);
        boolean isText = type.startsWith("text/") || TEXT.stream().anyMatch(type::contains);
        return response.body()
                .filter(body -> isText)
                .map(body -> ShownText.text(body.text(), ShownText.VALUE))
                .filter(text -> !text.isBlank());
    }
}
