package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.json.JsonText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A message in a line of {@code traffic.jsonl}.
 *
 * @param text its raw text, in an array
 */
record TrafficLine(
        long sequence, long nanos, Direction direction, SessionId session, String method, int id, ByteBuffer text) {

    /** In front of a message that is JSON, and then there is nothing behind it but a brace. */
    static final String MESSAGE = ",\"message\":";

    /** In front of a message as a string. */
    static final String TEXT = ",\"text\":";

    private static final byte[] MESSAGE_BYTES = MESSAGE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT_BYTES = TEXT.getBytes(StandardCharsets.US_ASCII);

    /** The line is not one of ours; the message says what is wrong with it. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;

        MalformedException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /** Read a line, which is overwritten. */
    static TrafficLine parse(byte[] line, int length) throws MalformedException {
        int end = length;
        while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        if (end == 0 || line[0] != '{' || line[end - 1] != '}') {
            throw new MalformedException("it is not a JSON object");
        }
        // No string before the mark can contain it, because in a string its quotes would be escaped.
        int message = indexOf(MESSAGE_BYTES, line, end);
        int text = indexOf(TEXT_BYTES, line, message < 0 ? end : message);
        if (text >= 0) {
            var raw = text(line, text + TEXT_BYTES.length, end - 1).getBytes(StandardCharsets.UTF_8);
            return of(fields(line, text), ByteBuffer.wrap(raw));
        }
        if (message < 0) {
            throw new MalformedException("its last field should be \"message\" or \"text\"");
        }
        int from = message + MESSAGE_BYTES.length;
        if (!JsonText.isJson(line, from, end - 1)) {
            throw new MalformedException("its \"message\" is not JSON");
        }
        return of(fields(line, message), ByteBuffer.wrap(line, from, end - 1 - from));
    }

    private static int indexOf(byte[] mark, byte[] line, int end) {
        for (int i = 0; i <= end - mark.length; i++) {
            if (line[i] == mark[0] && Arrays.equals(line, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] line, int from, int end) throws MalformedException {
        var text = JsonText.isJson(line, from, end) ? read(line, from, end - from) : Json.object();
        if (!text.isString()) {
            throw new MalformedException("its \"text\" is not a string");
        }
        return text.stringValue();
    }

    private static JsonNode fields(byte[] line, int end) throws MalformedException {
        line[end] = '}'; // instead of the comma before the text
        return read(line, 0, end + 1);
    }

    private static JsonNode read(byte[] json, int from, int length) throws MalformedException {
        try {
            return Json.read(json, from, length);
        } catch (JacksonException e) {
            throw new MalformedException("it is not JSON: " + e.getOriginalMessage());
        }
    }

    private static TrafficLine of(JsonNode fields, ByteBuffer text) throws MalformedException {
        return new TrafficLine(
                sequence(fields.path("sequence")),
                nanos(fields.path("elapsed")),
                direction(fields.path("direction")),
                new SessionId(string(fields, "session")),
                string(fields, "method"),
                id(fields.path("id")),
                text);
    }

    private static long sequence(JsonNode sequence) throws MalformedException {
        if (!sequence.canConvertToExactIntegral() || !sequence.canConvertToLong() || sequence.longValue() < 0) {
            throw new MalformedException("its \"sequence\" should be a whole number from 0, and is " + shown(sequence));
        }
        return sequence.longValue();
    }

    private static long nanos(JsonNode elapsed) throws MalformedException {
        double seconds = elapsed.isNumber() ? Json.nearestDouble(elapsed) : -1;
        if (!(seconds >= 0 && seconds < Long.MAX_VALUE / 1e9)) {
            throw new MalformedException("its \"elapsed\" should be seconds from 0, and is " + shown(elapsed));
        }
        return Math.round(seconds * 1e9);
    }

    private static Direction direction(JsonNode direction) throws MalformedException {
        for (var one : Direction.values()) {
            if (direction.isString()
                    && direction.stringValue().equals(one.name().toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new MalformedException(
                "its \"direction\" should be \"sent\" or \"received\", and is " + shown(direction));
    }

    private static String string(JsonNode fields, String name) throws MalformedException {
        var value = fields.path(name);
        if (!value.isString()) {
            throw new MalformedException("its \"%s\" should be a string, and is %s".formatted(name, shown(value)));
        }
        return value.stringValue();
    }

    private static int id(JsonNode id) throws MalformedException {
        if (id.isMissingNode()) {
            return 0;
        }
        if (!id.canConvertToExactIntegral() || !id.canConvertToInt()) {
            throw new MalformedException("its \"id\" should be a whole number, and is " + shown(id));
        }
        return id.intValue();
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        var text = Json.text(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
