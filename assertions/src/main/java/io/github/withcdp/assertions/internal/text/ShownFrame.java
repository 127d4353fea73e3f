package io.github.withcdp.assertions.internal.text;

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
                        ShownText.text(exchange.url(), ShownText.URL),
                        frame.kind().equals("text") ? "" : " (%s)".formatted(kind(frame)),
                        ShownText.text(frame.payload(), ShownText.VALUE));
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
        return ShownText.text(frame.kind(), WORD);
    }
}
