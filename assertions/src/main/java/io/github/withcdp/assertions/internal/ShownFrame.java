package io.github.withcdp.assertions.internal;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;

/** Shows frames of WebSockets and messages of EventSources in a failure message: on one line, escaped, and what is long cut in the middle. */
public final class ShownFrame {

    private static final int WORD = 40;

    private ShownFrame() {}

    /** Return {@code received from wss://shop.test/live: sold out}. */
    public static String line(Exchange exchange, Frame frame) {
        return "%s %s%s: %s"
                .formatted(
                        way(frame.direction()),
                        Shown.text(exchange.url(), Shown.URL),
                        frame.kind().equals("text") ? "" : " (%s)".formatted(kind(frame)),
                        Shown.text(frame.payload(), Shown.VALUE));
    }

    /** Return {@code sent to}, or {@code received from}. */
    public static String way(Direction direction) {
        return direction == Direction.SENT ? "sent to" : "received from";
    }

    /** Return {@code sent}, or {@code received}. */
    public static String word(Direction direction) {
        return direction == Direction.SENT ? "sent" : "received";
    }

    /** Return {@code text}, {@code binary} or the name of an event. */
    public static String kind(Frame frame) {
        return Shown.text(frame.kind(), WORD);
    }
}
