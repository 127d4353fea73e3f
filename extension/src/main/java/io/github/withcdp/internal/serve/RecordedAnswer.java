package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.likeness.RequestKey;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.Set;

/**
 * What one request got in the recording: one of each chain of redirects, too.
 *
 * @param due when it got it, in the time of the recording; answers go out in this order
 * @param outcome what it was
 * @param counts whether it has to be asked for again, and those after it wait for that: what a cache of the page gave, a page may ask for or not
 */
record RecordedAnswer(Exchange exchange, RequestKey key, Duration due, Outcome outcome, boolean counts) {

    /** What a request can come to. */
    enum Outcome {
        RESPONSE,
        FAILURE,
        /** Nothing came as long as the recording goes, or until the page gave up. */
        NOTHING
    }

    /** Whoever asks for these may be answered by what has come so far: their end is not what the page waits for. */
    private static final Set<String> ANSWERED_BY_THEIR_HEADERS =
            Set.of("Document", "EventSource", "Media", "Stylesheet", "Image");

    private static final Set<String> NOBODY_WAITS = Set.of("Ping", "CSPViolationReport", "Prefetch");

    static RecordedAnswer of(Exchange exchange) {
        var outcome = outcome(exchange);
        return new RecordedAnswer(exchange, RequestKey.of(exchange), due(exchange, outcome), outcome, counts(exchange));
    }

    private static Outcome outcome(Exchange exchange) {
        boolean answered = exchange.status() > 0;
        if (exchange.failure().isEmpty()) {
            return answered && isWhole(exchange) ? Outcome.RESPONSE : Outcome.NOTHING;
        }
        var failure = exchange.failure().get();
        if (failure.cancelled()) {
            return answered ? Outcome.RESPONSE : Outcome.NOTHING;
        }
        // Chrome judges an answer that CORS forbids once more.
        return answered && !failure.corsError().isEmpty() ? Outcome.RESPONSE : Outcome.FAILURE;
    }

    /** Whether all of the answer came; what cannot be told apart are pages that go on as soon as they have a part of it. */
    private static boolean isWhole(Exchange exchange) {
        return exchange.finished()
                || exchange.resourceType().equals("EventSource")
                || exchange.resourceType().equals("Document")
                || exchange.resourceType().equals("Ping")
                || isRedirect(exchange);
    }

    static boolean isRedirect(Exchange exchange) {
        return exchange.status() >= 300 && exchange.status() < 400 && exchange.status() != 304;
    }

    /** Of what was given up on the way, nobody knows when the rest came. */
    private static Duration due(Exchange exchange, Outcome outcome) {
        boolean byHeaders = ANSWERED_BY_THEIR_HEADERS.contains(exchange.resourceType())
                || exchange.failure().isPresent()
                || !exchange.finished();
        return outcome == Outcome.RESPONSE && byHeaders
                ? begun(exchange)
                : exchange.timing().ended();
    }

    private static Duration begun(Exchange exchange) {
        return exchange.timing().responded().orElse(exchange.timing().ended());
    }

    /** Return whether another one was asked for before anything of this answer came, so that it was not for the sake of this answer. */
    boolean begunAfterRequestOf(RecordedAnswer other) {
        return other.exchange.timing().started().compareTo(begun(exchange)) <= 0;
    }

    private static boolean counts(Exchange exchange) {
        var source = exchange.response().map(Exchange.Response::source).orElse(Source.NETWORK);
        return (source == Source.NETWORK || source == Source.REVALIDATED)
                && !NOBODY_WAITS.contains(exchange.resourceType())
                && exchange.failure()
                        .filter(failure -> !failure.blockedReason().isEmpty()
                                || !failure.corsError().isEmpty())
                        .isEmpty();
    }

    /** How long the request waited for it. */
    Duration delay() {
        var delay = due.minus(exchange.timing().started());
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    @Override
    public String toString() {
        return exchange.toString();
    }
}
