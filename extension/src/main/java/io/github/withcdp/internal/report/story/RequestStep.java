package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.network.RoundTrips.RoundTrip;
import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request, with what had come of it at a moment. */
final class RequestStep implements Step {

    private static final Set<String> TYPES = Set.of("Document", "Fetch", "XHR", "WebSocket", "EventSource");

    private final RoundTrip trip;
    private final Exchange exchange;
    private final RequestOutcome outcome;

    RequestStep(RoundTrip trip, Optional<Duration> moment) {
        this.trip = trip;
        exchange = trip.exchange();
        outcome = RequestOutcome.at(moment, exchange);
    }

    /** Return whether a request is a step: what the page shows or asks for itself, and what failed or had no end. */
    boolean isTold() {
        return !exchange.isFavicon()
                && (TYPES.contains(exchange.resourceType()) || outcome.failed() || outcome.pending());
    }

    @Override
    public Duration at() {
        return outcome.at();
    }

    @Override
    public SessionId session() {
        return exchange.session();
    }

    @Override
    public Object likeness() {
        return List.of(exchange.session(), exchange.method(), exchange.url(), outcome.text());
    }

    @Override
    public StoryStep told() {
        return new StoryStep(
                at(),
                Actor.NETWORK,
                exchange.session(),
                "",
                exchange.method() + " " + exchange.url(),
                trip.next().isEmpty() ? outcome.text() : outcome.text() + ", redirected",
                outcome.failed(),
                exchange.sequence());
    }
}
