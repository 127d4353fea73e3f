package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a list of frames of WebSockets, or messages of EventSources: AssertJ's own about lists, with {@link StreamFrameAssert} for each of them.
 * They judge at once. {@link RecordingAssert#webSocketFrames} and {@link RecordingAssert#eventSourceMessages} lead here.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class StreamFramesAssert
        extends AbstractFoundListAssert<
                StreamFramesAssert, List<? extends StreamFrame>, StreamFrame, StreamFrameAssert> {

    /** Create an assertion about frames. */
    protected StreamFramesAssert(@Nullable List<? extends StreamFrame> actual) {
        super(actual, StreamFramesAssert.class);
    }

    @Override
    final StreamFrameAssert elementAssert(@Nullable StreamFrame element) {
        return new StreamFrameAssert(element);
    }

    @Override
    protected StreamFramesAssert newAbstractIterableAssert(Iterable<? extends StreamFrame> iterable) {
        return new StreamFramesAssert(
                StreamSupport.stream(iterable.spliterator(), false).toList());
    }
}
