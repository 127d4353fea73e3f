package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.ShownFrame;
import io.github.withcdp.assertions.internal.ShownText;
import io.github.withcdp.protocol.JsonPointers;
import io.github.withcdp.recording.Direction;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a frame of a WebSocket, or a message of an EventSource, should be like. It says in words what it demands, and of a frame how far it is from that.
 * {@link FrameConditions} has those to begin with; a condition is immutable, and each method returns another one that demands more.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class FrameCondition extends Condition<StreamFrame> {

    private final List<Criterion<StreamFrame>> parts;

    FrameCondition(List<Criterion<StreamFrame>> parts) {
        super(new TextDescription("%s", String.join(" with ", Criterion.words(parts))));
        this.parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(StreamFrame frame) {
        return Criterion.all(parts, frame);
    }

    /** Demand this very text. A binary frame has none. */
    public FrameCondition withText(String text) {
        return withText(JsonValues.expected(text));
    }

    /** Demand a text that meets a condition: {@code containing("sold out")}. A binary frame has none. */
    public FrameCondition withText(ValueCondition text) {
        return with(value("text", text, FrameCondition::text));
    }

    /**
     * Demand that the text is JSON with this value in it, which may be a {@link ValueCondition} too, as with {@link EventConditions#param(String, Object)}.
     *
     * @param pointer a JSON pointer into the text, {@code /order/amount}
     * @throws IllegalArgumentException if the pointer does not start with a slash, or the value is something else
     */
    public FrameCondition withJson(String pointer, @Nullable Object value) {
        JsonPointers.checked(pointer);
        return with(value(
                "JSON " + pointer,
                JsonValues.expected(value),
                frame -> json(frame).at(pointer)));
    }

    /** Demand a frame of bytes. */
    public FrameCondition withBytes() {
        return with(new Criterion<>(
                "bytes",
                "kind",
                "binary",
                StreamFrame::isBinary,
                frame -> ShownFrame.kind(frame.frame()),
                frame -> 0.4));
    }

    /** Demand the name of the event that an EventSource told; it is {@code message} if the server did not give one. */
    public FrameCondition withEvent(String name) {
        return with(new Criterion<>(
                "event " + ShownText.text(name, ShownText.VALUE),
                "event",
                name,
                frame -> frame.kind().equals(name),
                frame -> ShownFrame.kind(frame.frame()),
                frame -> 0.4));
    }

    // --- What helps

    /** Return the text as the conditions about values take it; a missing node if there are bytes. */
    static JsonNode text(StreamFrame frame) {
        return frame.isBinary() ? JsonNodeFactory.instance.missingNode() : Texts.node(frame.payload());
    }

    static JsonNode json(StreamFrame frame) {
        return frame.isBinary() ? JsonNodeFactory.instance.missingNode() : JsonBodies.tree(frame.payload());
    }

    static Criterion<StreamFrame> direction(Direction direction) {
        return new Criterion<>(
                "",
                "direction",
                ShownFrame.word(direction),
                frame -> frame.direction() == direction,
                frame -> ShownFrame.word(frame.direction()),
                frame -> 0.4);
    }

    private static Criterion<StreamFrame> value(
            String what, ValueCondition expected, Function<StreamFrame, JsonNode> value) {
        return new Criterion<>(
                what + ": " + expected.words(),
                what,
                expected.words(),
                frame -> expected.matches(value.apply(frame)),
                frame -> frame.isBinary() ? "bytes" : JsonValues.shown(value.apply(frame), expected),
                frame -> JsonValues.distance(value.apply(frame), expected.words()));
    }

    private FrameCondition with(Criterion<StreamFrame> part) {
        return new FrameCondition(Criterion.more(parts, List.of(part)));
    }

    List<String> lines() {
        return Criterion.lines(parts);
    }

    List<CheckResult> checks(StreamFrame frame) {
        return Criterion.checks(parts, frame);
    }
}
