package io.github.withcdp.internal.report.har;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The messages of WebSockets in the form of Chrome's developer tools, and the events of EventSources in a like one. Each is read when it is written. */
final class HarFrames {

    private HarFrames() {}

    static void addTo(HarObject entry, Exchange exchange, Instant begin) {
        if (exchange.resourceType().equals("EventSource")) {
            entry.add("_eventSourceMessages", list(exchange.frames(), frame -> event(frame, begin)));
        } else {
            entry.add("_webSocketMessages", list(exchange.frames(), frame -> message(frame, begin)));
        }
    }

    private static Map<String, Object> message(Frame frame, Instant begin) {
        var fields = new HarObject()
                .add("type", frame.direction() == Direction.SENT ? "send" : "receive")
                .add("time", Milliseconds.seconds(begin, frame.elapsed()))
                .add("opcode", opcode(frame.kind()));
        return withData(fields, frame);
    }

    private static Map<String, Object> event(Frame frame, Instant begin) {
        var fields = new HarObject()
                .add("time", Milliseconds.seconds(begin, frame.elapsed()))
                .add("eventName", frame.kind());
        return withData(fields, frame);
    }

    private static Map<String, Object> withData(HarObject fields, Frame frame) {
        var payload = frame.payload();
        var data = Truncation.text(payload, HarContent.LIMIT);
        fields.add("data", data);
        if (data.length() < payload.length()) {
            fields.add("comment", "Cut: the first %d of %d characters.".formatted(data.length(), payload.length()));
        }
        return fields.map();
    }

    /** Return the number that RFC 6455 gives to a kind of frame. */
    private static int opcode(String kind) {
        return switch (kind) {
            case "binary" -> 2;
            case "close" -> 8;
            case "ping" -> 9;
            case "pong" -> 10;
            default -> 1;
        };
    }

    private static List<Map<String, Object>> list(List<Frame> frames, Function<Frame, Map<String, Object>> form) {
        return new AbstractList<>() {
            @Override
            public Map<String, Object> get(int index) {
                return form.apply(frames.get(index));
            }

            @Override
            public int size() {
                return frames.size();
            }
        };
    }
}
