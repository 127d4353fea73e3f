package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.Criteria;
import io.github.withcdp.assertions.internal.match.Criterion;
import io.github.withcdp.assertions.internal.match.MatchDistance;
import io.github.withcdp.assertions.internal.match.UrlPattern;
import io.github.withcdp.assertions.internal.text.ShownFrame;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.Direction;
import org.apiguardian.api.API;

/**
 * What frames of WebSockets, and messages of EventSources, can be asked for by the URL of their stream: a pattern, as {@link RequestConditions} has them.
 * {@link CDPAssertions} has them too, so that one import serves a test.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class FrameConditions {

    private FrameConditions() {}

    /** A frame that the page received: {@code receivedFrame("wss://shop.example/live")}. */
    public static FrameCondition receivedFrame(String url) {
        return frame(url, Direction.RECEIVED);
    }

    /** A frame that the page sent. */
    public static FrameCondition sentFrame(String url) {
        return frame(url, Direction.SENT);
    }

    /** A frame, whichever way it went. */
    public static FrameCondition anyFrame(String url) {
        return new FrameCondition(Criteria.of(url(ShownText.text(url, ShownText.URL), url)));
    }

    private static FrameCondition frame(String url, Direction direction) {
        // The URL says both on its line, so that a message reads as a frame does.
        return new FrameCondition(Criteria.of(
                        url(ShownFrame.way(direction) + " " + ShownText.text(url, ShownText.URL), url))
                .and(FrameCondition.direction(direction)));
    }

    private static Criterion<StreamFrame> url(String words, String glob) {
        var condition = UrlPattern.matching(glob);
        return new Criterion<>(
                words,
                "URL",
                "matching " + ShownText.quotedUrl(glob),
                frame -> condition.test(frame.url()),
                frame -> ShownText.quotedUrl(frame.url()),
                frame -> MatchDistance.ofText(frame.url(), glob));
    }
}
