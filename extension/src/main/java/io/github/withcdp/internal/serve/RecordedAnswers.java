package io.github.withcdp.internal.serve;

import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Source;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes out of a recording what was asked for and what came of it, in the order of asking. */
final class RecordedAnswers {

    /** What {@code Fetch} does not pause, or not for us. */
    private static final Set<String> SOCKETS = Set.of("WebSocket", "WebTransport");

    private RecordedAnswers() {}

    static List<RecordedAnswer> in(Recording recording) {
        var answers = new ArrayList<RecordedAnswer>();
        for (var exchange : recording.exchanges()) {
            exchange.redirects().forEach(step -> add(answers, step));
            add(answers, exchange);
        }
        return List.copyOf(answers);
    }

    /** Return what {@code Fetch} does not pause, in the order of asking. */
    static List<Exchange> sockets(Recording recording) {
        return recording.exchanges().stream()
                .filter(exchange -> SOCKETS.contains(exchange.resourceType()))
                .toList();
    }

    private static void add(List<RecordedAnswer> answers, Exchange exchange) {
        if (isServed(exchange)) {
            answers.add(RecordedAnswer.of(exchange));
        }
    }

    /** Whether a server was asked: what a service worker answers, it asks for itself if it needs to. */
    static boolean isServed(Exchange exchange) {
        return isFromServer(exchange.url())
                && !exchange.method().isEmpty()
                && !exchange.isFavicon() // of which browsers ask when they like
                && !SOCKETS.contains(exchange.resourceType())
                && exchange.response()
                        .filter(response -> response.source() == Source.SERVICE_WORKER)
                        .isEmpty();
    }

    /** Whether a URL leads to a server; what it leads to otherwise is on this machine, and as it was. */
    static boolean isFromServer(String url) {
        var scheme = url.toLowerCase(Locale.ROOT);
        return scheme.startsWith("http:") || scheme.startsWith("https:");
    }
}
