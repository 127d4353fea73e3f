package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.FoundList;
import io.github.withcdp.recording.ConsoleMessage;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a session has on its console and in its log; {@link CDPSessionAssert#console} leads here. They wait.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveConsoleAssert
        extends AbstractLiveListAssert<
                LiveConsoleAssert, LiveConsole, ConsoleMessage, ConsoleMessageAssert, ConsoleMessagesAssert> {

    /** Create an assertion about the console of a session. */
    protected LiveConsoleAssert(@Nullable LiveConsole actual) {
        super(actual, LiveConsoleAssert.class);
    }

    @Override
    final ConsoleMessageAssert elementAssert(List<ConsoleMessage> found, int index) {
        var message = found.stream().skip(Math.max(0, index)).findFirst().orElse(null);
        return asInstanceOf(
                new InstanceOfAssertFactory<>(LiveConsole.class, list -> new ConsoleMessageAssert(message)));
    }

    /** {@inheritDoc} */
    @Override
    public ConsoleMessagesAssert now() {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                LiveConsole.class,
                list -> new ConsoleMessagesAssert(new FoundList<>(
                        list.session(), list.words(), list.lines(), list.now(), list.instead(), List.of()))));
    }
}
