package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.FoundList;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the frames of the WebSockets of a session, or the messages of its EventSources;
 * {@link CDPSessionAssert#webSocketFrames} and {@link CDPSessionAssert#eventSourceMessages} lead here. They wait.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveFramesAssert
        extends AbstractLiveListAssert<
                LiveFramesAssert, LiveFrames, StreamFrame, StreamFrameAssert, StreamFramesAssert> {

    /** Create an assertion about frames. */
    protected LiveFramesAssert(@Nullable LiveFrames actual) {
        super(actual, LiveFramesAssert.class);
    }

    @Override
    final StreamFrameAssert elementAssert(List<StreamFrame> found, int index) {
        var frame = found.stream().skip(Math.max(0, index)).findFirst().orElse(null);
        return asInstanceOf(new InstanceOfAssertFactory<>(LiveFrames.class, list -> new StreamFrameAssert(frame)));
    }

    /** {@inheritDoc} */
    @Override
    public StreamFramesAssert now() {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                LiveFrames.class,
                list -> new StreamFramesAssert(new FoundList<>(
                        list.session(), list.words(), list.lines(), list.now(), list.instead(), List.of()))));
    }
}
