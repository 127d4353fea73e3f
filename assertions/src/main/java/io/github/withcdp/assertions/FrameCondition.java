package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.JsonBodies;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.text.ShownFrame;
import io.github.withcdp.assertions.internal.text.ShownText;
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

    private final Criteria<StreamFrame> criteria;

    FrameCondition(Criteria<StreamFrame> criteria) {
        super(new TextDescription("%s", criteria.words()));
        this.criteria = criteria;
    }

    @Override
    public boolean matches(StreamFrame frame) {
        return criteria.matches(frame);
    }

    /** Demand this very text. A binary frame has none. */
    public FrameCondition withText(String text) {
        return withText(ValueCondition.of(text));
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
                ValueCondition.of(value),
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
        return frame.isBinary() ? JsonNodeFactory.instance.missingNode() : JsonValues.text(frame.payload());
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
                frame -> frame.isBinary() ? "bytes" : expected.shown(value.apply(frame)),
                frame -> expected.distance(value.apply(frame)));
    }

    private FrameCondition with(Criterion<StreamFrame> criterion) {
        return new FrameCondition(criteria.and(criterion));
    }

    List<String> lines() {
        return criteria.indentedLines();
    }

    List<CheckResult> checks(StreamFrame frame) {
        return criteria.checks(frame);
    }
}
