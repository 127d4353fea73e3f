package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.List;

/** The end of a WebSocket that was open. */
record ClosedSocketStep(Exchange exchange) implements Step {

    /** Return whether an exchange is a WebSocket that was opened, and closed. */
    static boolean isOne(Exchange exchange) {
        return exchange.resourceType().equals("WebSocket") && exchange.status() == 101 && exchange.finished();
    }

    @Override
    public Duration at() {
        return exchange.timing().ended();
    }

    @Override
    public SessionId session() {
        return exchange.session();
    }

    @Override
    public Object likeness() {
        return List.of(exchange.session(), exchange.url(), "closed");
    }

    @Override
    public StoryStep told() {
        return new StoryStep(
                at(), Actor.NETWORK, session(), "", exchange.url() + " was closed", "", false, exchange.sequence());
    }
}
