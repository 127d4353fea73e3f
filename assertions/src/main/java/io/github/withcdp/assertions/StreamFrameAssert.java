package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.assertj.JsonNavigation;
import io.github.withcdp.assertions.internal.error.ShouldHaveAttribute;
import io.github.withcdp.assertions.internal.match.JsonBodies;
import io.github.withcdp.assertions.internal.match.UrlPattern;
import io.github.withcdp.assertions.internal.text.ShownFrame;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.Direction;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a frame of a WebSocket, or a message of an EventSource. They judge at once.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class StreamFrameAssert extends AbstractAssert<StreamFrameAssert, StreamFrame> {

    /** Create an assertion about a frame. */
    protected StreamFrameAssert(@Nullable StreamFrame actual) {
        super(actual, StreamFrameAssert.class);
    }

    /**
     * Verify that the URL of the WebSocket or EventSource matches a pattern: {@code *} stands for anything but a slash, {@code **} for anything.
     *
     * <pre>{@code
     * assertThat(frame).hasUrl("wss://shop.example/*"); // passes
     * assertThat(frame).hasUrl("wss://ads.example/*"); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not
     */
    public StreamFrameAssert hasUrl(String glob) {
        isNotNull();
        return verify(
                UrlPattern.matching(glob).test(actual.url()),
                "URL",
                "matching " + ShownText.quotedUrl(glob),
                ShownText.quotedUrl(actual.url()));
    }

    /**
     * Verify that the page received it.
     *
     * <pre>{@code
     * assertThat(frame).isReceived(); // passes
     * assertThat(order).isReceived(); // fails
     * }</pre>
     *
     * @throws AssertionError if the page sent it
     */
    public StreamFrameAssert isReceived() {
        return verifyDirection(Direction.RECEIVED);
    }

    /**
     * Verify that the page sent it.
     *
     * <pre>{@code
     * assertThat(order).isSent(); // passes
     * assertThat(frame).isSent(); // fails
     * }</pre>
     *
     * @throws AssertionError if the page received it
     */
    public StreamFrameAssert isSent() {
        return verifyDirection(Direction.SENT);
    }

    private StreamFrameAssert verifyDirection(Direction direction) {
        isNotNull();
        return verify(
                actual.direction() == direction,
                "direction",
                ShownFrame.word(direction),
                ShownFrame.word(actual.direction()));
    }

    /**
     * Verify that it has this very text.
     *
     * <pre>{@code
     * assertThat(order).hasText("order 7"); // passes
     * assertThat(order).hasText("order"); // fails
     * }</pre>
     *
     * @throws AssertionError if it has another one, or bytes
     */
    public StreamFrameAssert hasText(String text) {
        return hasText(ValueCondition.of(text));
    }

    /**
     * Verify that its text meets a condition.
     *
     * <pre>{@code
     * assertThat(order).hasText(containing("7")); // passes
     * assertThat(order).hasText(containing("8")); // fails
     * }</pre>
     *
     * @throws AssertionError if it does not, or if it has bytes
     */
    public StreamFrameAssert hasText(ValueCondition condition) {
        isNotNull();
        var text = FrameCondition.text(actual);
        return verify(
                condition.matches(text),
                "text",
                condition.words(),
                actual.isBinary() ? "bytes" : condition.shown(text));
    }

    /**
     * Verify that it is a frame of bytes.
     *
     * <pre>{@code
     * assertThat(picture).isBinary(); // passes
     * assertThat(order).isBinary(); // fails
     * }</pre>
     *
     * @throws AssertionError if it is something else
     */
    public StreamFrameAssert isBinary() {
        isNotNull();
        return verify(actual.isBinary(), "kind", "binary", ShownFrame.kind(actual.frame()));
    }

    /**
     * Verify the name of the event that an EventSource told; it is {@code message} if the server did not give one.
     *
     * <pre>{@code
     * assertThat(news).hasEvent("price"); // passes
     * assertThat(news).hasEvent("stock"); // fails
     * }</pre>
     *
     * @throws AssertionError if it is another one
     */
    public StreamFrameAssert hasEvent(String name) {
        isNotNull();
        return verify(
                actual.kind().equals(name),
                "event",
                ShownText.text(name, ShownText.VALUE),
                ShownFrame.kind(actual.frame()));
    }

    /**
     * Go on with JsonUnit's assertions about its text. They are never soft, nor is what leads there.
     *
     * <pre>{@code
     * assertThat(frame).textAsJson().inPath("$.price").isEqualTo(7); // passes
     * assertThat(order).textAsJson().isObject(); // fails: it is not JSON
     * }</pre>
     *
     * @throws AssertionError if it is not JSON
     */
    public final ConfigurableJsonAssert textAsJson() {
        isNotNull();
        var frame = actual;
        if (frame == null) {
            throw new AssertionError("There is no frame to look at");
        }
        var json = FrameCondition.json(frame);
        if (json.isMissingNode()) {
            throw assertionError(ShouldHaveAttribute.shouldHaveAttribute(
                    frame,
                    "text",
                    "that is JSON",
                    frame.isBinary()
                            ? "bytes"
                            : "%s: %s"
                                    .formatted(
                                            ShownText.quoted(frame.payload()),
                                            JsonBodies.whyNotJson(frame.payload()))));
        }
        return JsonNavigation.to(json, info);
    }

    private StreamFrameAssert verify(boolean met, String what, String expected, String value) {
        if (!met) {
            throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(actual, what, expected, value));
        }
        return myself;
    }
}
