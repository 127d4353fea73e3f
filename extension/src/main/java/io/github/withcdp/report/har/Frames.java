package io.github.withcdp.report.har;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Frame;
import java.time.Instant;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The messages of WebSockets in the form of Chrome's developer tools, and the events of EventSources in a like one. Each is read when it is written. */
final class Frames {

    private Frames() {}

    static Map<String, Object> of(Exchange exchange, Instant begin) {
        return exchange.resourceType().equals("EventSource")
                ? Map.of("_eventSourceMessages", list(exchange.frames(), frame -> event(frame, begin)))
                : Map.of("_webSocketMessages", list(exchange.frames(), frame -> message(frame, begin)));
    }

    private static Map<String, Object> message(Frame frame, Instant begin) {
        var all = new LinkedHashMap<String, Object>();
        all.put("type", frame.direction() == Direction.SENT ? "send" : "receive");
        all.put("time", Milliseconds.seconds(begin, frame.elapsed()));
        all.put("opcode", opcode(frame.kind()));
        put(all, frame);
        return all;
    }

    private static Map<String, Object> event(Frame frame, Instant begin) {
        var all = new LinkedHashMap<String, Object>();
        all.put("time", Milliseconds.seconds(begin, frame.elapsed()));
        all.put("eventName", frame.kind());
        put(all, frame);
        return all;
    }

    private static void put(Map<String, Object> all, Frame frame) {
        var payload = frame.payload();
        var data = Cut.text(payload, Content.LIMIT);
        all.put("data", data);
        if (data.length() < payload.length()) {
            all.put("comment", "Cut: the first %d of %d characters.".formatted(data.length(), payload.length()));
        }
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
