package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.ClosestMatches;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.recording.Exchange.Frame;
import io.github.withcdp.recording.Recording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The frames of the WebSockets of a session, or the messages of its EventSources, that are like what is demanded, which {@link LiveFramesAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveFrames extends LiveList<StreamFrame> {

    private final FrameCondition condition;

    /** How each frame fared: frames do not change, and reading one means to parse it. */
    private final Map<Frame, Boolean> verdicts = new HashMap<>();

    private LiveFrames(WaitSettings waiting, ListWording words, FrameCondition condition) {
        super(waiting, words);
        this.condition = condition;
    }

    static LiveFrames ofWebSockets(WaitSettings waiting, FrameCondition condition) {
        return new LiveFrames(waiting, ListWording.FRAMES, condition);
    }

    static LiveFrames ofEventSources(WaitSettings waiting, FrameCondition condition) {
        return new LiveFrames(waiting, ListWording.EVENT_SOURCE_MESSAGES, condition);
    }

    @Override
    List<StreamFrame> in(Recording recording) {
        return all(recording).stream()
                .filter(frame -> verdicts.computeIfAbsent(frame.frame(), first -> condition.matches(frame)))
                .toList();
    }

    private List<StreamFrame> all(Recording recording) {
        return StreamFrame.in(recording.exchanges(), words().equals(ListWording.EVENT_SOURCE_MESSAGES));
    }

    @Override
    boolean isInteresting(String method) {
        return method.startsWith("Network.webSocketFrame") || method.equals(ListWording.EVENT_SOURCE_MESSAGES.event());
    }

    @Override
    boolean isSelective() {
        return true;
    }

    /** A frame is no fault; that of a WebSocket is its handshake. */
    @Override
    void note(StreamFrame one, Demands demands) {}

    @Override
    List<String> lines() {
        return condition.lines();
    }

    @Override
    ClosestMatches<StreamFrame> instead() {
        return new ClosestMatches<>(
                all(recording()), condition::checks, StreamFrame::toString, words().noun(), "was " + words().past());
    }
}
