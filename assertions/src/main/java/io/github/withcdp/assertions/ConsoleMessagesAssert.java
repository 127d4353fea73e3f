package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.recording.ConsoleMessage;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a list of console messages: AssertJ's own about lists, with {@link ConsoleMessageAssert} for each of them. They judge at once.
 * {@link RecordingAssert#console} leads here.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class ConsoleMessagesAssert
        extends AbstractFoundListAssert<
                ConsoleMessagesAssert, List<? extends ConsoleMessage>, ConsoleMessage, ConsoleMessageAssert> {

    /** Create an assertion about console messages. */
    protected ConsoleMessagesAssert(@Nullable List<? extends ConsoleMessage> actual) {
        super(actual, ConsoleMessagesAssert.class);
    }

    @Override
    final ConsoleMessageAssert elementAssert(@Nullable ConsoleMessage element) {
        return new ConsoleMessageAssert(element);
    }

    @Override
    protected ConsoleMessagesAssert newAbstractIterableAssert(Iterable<? extends ConsoleMessage> iterable) {
        return new ConsoleMessagesAssert(
                StreamSupport.stream(iterable.spliterator(), false).toList());
    }
}
