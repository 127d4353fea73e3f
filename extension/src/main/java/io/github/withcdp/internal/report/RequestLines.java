package io.github.withcdp.internal.report;

import io.github.withcdp.internal.report.story.RequestOutcome;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests that had failed, or had no end, when a test failed: a line each, and one for each body that is a text. */
final class RequestLines {

    private static final int MOST = 20;
    private static final int URL = 200;
    private static final int EXCERPT = 240;

    private RequestLines() {}

    static List<String> of(ReportContent content) {
        var failedAt = content.report().failedAt();
        var lines = new ArrayList<String>();
        var exchanges = content.exchanges().stream()
                .filter(exchange ->
                        failedAt.isEmpty() || exchange.timing().started().compareTo(failedAt.get()) <= 0)
                .filter(exchange -> !exchange.isFavicon())
                .iterator();
        while (exchanges.hasNext() && lines.size() < MOST) {
            var exchange = exchanges.next();
            var outcome = RequestOutcome.at(failedAt, exchange);
            if (outcome.failed() || outcome.pending()) {
                lines.add("message %d: %s %s: %s"
                        .formatted(
                                exchange.sequence(),
                                SafeText.line(exchange.method(), 20),
                                SafeText.line(exchange.url(), URL),
                                SafeText.line(outcome.text(), URL)));
                excerpt(exchange.request().body()).ifPresent(text -> lines.add("  sent: " + text));
                excerpt(exchange.response().flatMap(Exchange.Response::body))
                        .ifPresent(text -> lines.add("  got: " + text));
            }
        }
        return lines;
    }

    /** Return the beginning of a body, on one line; empty if there is none, or it is no text. */
    private static Optional<String> excerpt(Optional<Body> body) {
        return body.flatMap(known -> {
                    var bytes = known.bytes();
                    return BodyText.strictly(bytes, Math.min(bytes.length, 4 * EXCERPT), known.charset());
                })
                .map(read -> read.text().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .map(text -> SafeText.line(text, EXCERPT));
    }
}
