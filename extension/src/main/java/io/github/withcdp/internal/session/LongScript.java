package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Which function a browser had called that kept a page busy until a moment ago, as the page has measured it ({@code long-animation-frame}).
 * What that one had called is not known, but V8 does not name what it has optimized while it ran, and this does. It tells nothing of what a
 * test has evaluated.
 */
final class LongScript {

    private LongScript() {}

    /** Return the last that took more than a second; empty if there was none, or nothing is told of it in time. */
    static Optional<RunningFunction> last(SessionCommands commands, Deadline deadline) throws InterruptedException {
        var expression = """
                new Promise((found, none) => {
                  setTimeout(none, %d);
                  new PerformanceObserver(list => list.getEntries()
                      .filter(frame => frame.startTime + frame.duration > performance.now() - 10000)
                      .flatMap(frame => frame.scripts)
                      .filter(script => script.duration > 1000)
                      .sort((one, other) => other.duration - one.duration)
                      .forEach(script => found([script.sourceFunctionName, script.sourceURL])))
                    .observe({type: 'long-animation-frame', buffered: true});
                })""".formatted(deadline.left().toMillis());
        var command = commands.transmit(
                "Runtime.evaluate",
                Json.write(
                        Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "silent", true)));
        try {
            return command.await(deadline.leftNanos()) instanceof Answer.Result result
                    ? Optional.of(result.tree().at("/result/value"))
                            .filter(script -> script.size() == 2)
                            .map(script -> new RunningFunction(
                                    script.path(0).asString(""), script.path(1).asString(""), 0, 0))
                            .filter(function -> !function.isUnknown())
                    : Optional.empty();
        } catch (TimeoutException | CDPException noAnswer) {
            return Optional.empty();
        }
    }
}
