package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.text.ShownFrame;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A frame of a WebSocket or a message of an EventSource, with the request that it belongs to.
 *
 * @param exchange the request that opened the stream
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record StreamFrame(Exchange exchange, Frame frame) {

    private static final String EVENT_SOURCE = "EventSource";

    /** Return those of requests, in wire order. */
    static List<StreamFrame> in(List<Exchange> exchanges, boolean isEventSource) {
        return exchanges.stream()
                .filter(exchange -> !exchange.frames().isEmpty())
                .filter(exchange -> exchange.resourceType().equals(EVENT_SOURCE) == isEventSource)
                .flatMap(exchange -> exchange.frames().stream().map(frame -> new StreamFrame(exchange, frame)))
                .sorted(Comparator.comparing(each -> each.frame().elapsed()))
                .toList();
    }

    /** Return the URL of the WebSocket or EventSource. */
    public String url() {
        return exchange.url();
    }

    /** Return which way it went, seen from the page. */
    public Direction direction() {
        return frame.direction();
    }

    /** Return {@code text}, {@code binary}, {@code close}, {@code ping} or {@code pong}; of an EventSource the name of the event. */
    public String kind() {
        return frame.kind();
    }

    /** Return what it said; of a binary one in base64. Read from the recording at each call. */
    public String payload() {
        return frame.payload();
    }

    /** Return whether it is a frame of bytes. */
    public boolean isBinary() {
        return kind().equals("binary") && !exchange.resourceType().equals(EVENT_SOURCE);
    }

    @Override
    public String toString() {
        return ShownFrame.line(exchange, frame);
    }
}
