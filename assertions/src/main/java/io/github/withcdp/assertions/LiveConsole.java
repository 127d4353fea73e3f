package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.ClosestMatches;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.text.ShownConsole;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Recording;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The console messages of a session that are like what is demanded, which {@link LiveConsoleAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveConsole extends LiveList<ConsoleMessage> {

    static final Set<String> EVENTS =
            Set.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Runtime.exceptionRevoked", "Log.entryAdded");

    private static final ConsoleCondition ANY = ConsoleConditions.message("*");

    private final ConsoleCondition condition;

    LiveConsole(WaitSettings waiting, ConsoleCondition condition) {
        super(waiting, ListWording.CONSOLE);
        this.condition = condition;
    }

    ConsoleCondition condition() {
        return condition;
    }

    @Override
    List<ConsoleMessage> in(Recording recording) {
        return recording.console().stream().filter(condition::matches).toList();
    }

    @Override
    boolean isInteresting(String method) {
        return EVENTS.contains(method);
    }

    @Override
    boolean isSelective() {
        return !condition.lines().equals(ANY.lines());
    }

    @Override
    void note(ConsoleMessage one, Demands demands) {
        demands.message(one.sequence());
    }

    @Override
    List<String> lines() {
        return condition.lines();
    }

    @Override
    ClosestMatches<ConsoleMessage> instead() {
        return new ClosestMatches<>(
                recording().console(), condition::checks, ShownConsole::line, words().noun(), "was written");
    }
}
