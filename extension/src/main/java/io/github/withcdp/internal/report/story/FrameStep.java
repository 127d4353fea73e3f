package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A message of a WebSocket, or an event of an EventSource. Those of one way are alike, whatever they say. */
record FrameStep(Exchange exchange, Frame frame) implements Step {

    private static final int PAYLOAD = 80;

    static Stream<FrameStep> of(Exchange exchange) {
        return exchange.frames().stream().map(frame -> new FrameStep(exchange, frame));
    }

    @Override
    public Duration at() {
        return frame.elapsed();
    }

    @Override
    public SessionId session() {
        return exchange.session();
    }

    @Override
    public Object likeness() {
        return List.of(exchange.session(), exchange.sequence(), frame.direction());
    }

    @Override
    public StoryStep told() {
        return told(this);
    }

    @Override
    public StoryStep told(Step last) {
        var first = said();
        var latest = last instanceof FrameStep later && later.frame != frame ? later.said() : first;
        return new StoryStep(
                at(),
                Actor.NETWORK,
                session(),
                "",
                exchange.url() + (frame.direction() == Direction.SENT ? " sent" : " received"),
                latest.equals(first) ? first : first + " … the last " + latest,
                false,
                exchange.sequence());
    }

    private String said() {
        if (frame.kind().equals("binary")) {
            return "binary";
        }
        var payload = frame.payload();
        var text = payload.length() <= PAYLOAD ? payload : payload.substring(0, PAYLOAD) + "…";
        return frame.kind().equals("text") ? text : frame.kind() + " " + text;
    }
}
