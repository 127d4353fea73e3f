package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Requests for which the test waited when it failed, and that took far longer than the others. A request is one if
 * <ul>
 *   <li>it took at least a second, and at least {@value #TIMES} times the median of the other requests that finished;
 *   <li>it had not ended at the failure, or had ended at most half a second before it;
 *   <li>at least a second of it lies in the {@link LastWait} of the test.
 * </ul>
 * They explain nothing if nothing else is unusual, so they are told only beside other findings.
 */
final class SlowRequests {

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int TIMES = 5;
    private static final Duration JUST_ENDED = Duration.ofMillis(500);

    /** So many are told: the slowest explain the others. */
    private static final int SLOWEST = 3;

    private final List<Exchange> exchanges;
    private final Duration waitedSince;
    private final PointInTime failure;

    /**
     * Look for slow requests.
     *
     * @param exchanges up to the failure
     * @param waitedSince when the last wait of the test began
     */
    SlowRequests(List<Exchange> exchanges, Duration waitedSince, PointInTime failure) {
        this.exchanges = exchanges.stream()
                .filter(exchange -> !exchange.hasFailed() && !exchange.isFavicon() && isMeantToEnd(exchange))
                .toList();
        this.waitedSince = waitedSince;
        this.failure = failure;
    }

    /** Add the slowest, unless they would stand alone. */
    void add(Findings findings) {
        if (findings.isEmpty()) {
            return;
        }
        exchanges.stream()
                .filter(exchange -> wasWaitedFor(exchange) && isFarBeyondTheOthers(exchange))
                .sorted(Comparator.comparing(this::took).reversed())
                .limit(SLOWEST)
                .forEach(exchange -> add(exchange, findings));
    }

    private boolean wasWaitedFor(Exchange exchange) {
        var ended = exchange.finished() ? exchange.timing().ended() : failure.elapsed();
        var started = exchange.timing().started();
        var together = ended.minus(started.compareTo(waitedSince) > 0 ? started : waitedSince);
        return failure.since(ended).compareTo(JUST_ENDED) <= 0 && together.compareTo(SLOW) >= 0;
    }

    private boolean isFarBeyondTheOthers(Exchange exchange) {
        var others = exchanges.stream()
                .filter(other -> !other.equals(exchange) && other.finished())
                .map(Exchange::took)
                .sorted()
                .toList();
        var median = others.isEmpty() ? Duration.ZERO : others.get(others.size() / 2);
        return took(exchange).compareTo(median.multipliedBy(TIMES)) >= 0;
    }

    private void add(Exchange exchange, Findings findings) {
        var took = Durations.format(took(exchange));
        findings.add(
                Suspicion.Kind.SLOW,
                exchange.timing().started(),
                exchange.session(),
                exchange.sequence(),
                RequestSuspicions.name(exchange, "A request")
                        + (exchange.failure().isPresent()
                                ? " was given up after " + took
                                : exchange.finished()
                                        ? " took " + took
                                        : " had not ended " + took + " later, at " + failure.name()));
    }

    private Duration took(Exchange exchange) {
        return exchange.finished()
                ? exchange.took()
                : failure.since(exchange.timing().started());
    }

    /** Connections on which a server may say something at any time are as long as the page lives. */
    private static boolean isMeantToEnd(Exchange exchange) {
        return switch (exchange.resourceType()) {
            case "WebSocket", "WebTransport", "EventSource", "Ping" -> false;
            default -> true;
        };
    }
}
