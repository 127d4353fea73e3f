package io.github.withcdp.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A process of Node.js that runs a script, with an inspector on a port that it chose. */
record RunningNode(Process process, String inspector) implements AutoCloseable {

    private static final String LISTENING = "Debugger listening on ";

    static RunningNode start(String script) {
        try {
            var process = new ProcessBuilder("node", "--inspect=127.0.0.1:0", "--eval", script)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // It says little more than this, so nobody needs to read on.
            var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8)).lines();
            var inspector = lines.filter(line -> line.startsWith(LISTENING)).findFirst();
            return new RunningNode(process, inspector.orElseThrow().substring(LISTENING.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Tests that need {@code node} are skipped where there is none. */
    static final class Required implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                new ProcessBuilder("node", "--version")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .destroy();
                return ConditionEvaluationResult.enabled("node can be run");
            } catch (IOException none) {
                var reason =
                        "node cannot be run; install Node.js 18 or later and have it in the PATH: " + none.getMessage();
                context.publishReportEntry("skipped", reason);
                return ConditionEvaluationResult.disabled(reason);
            }
        }
    }
}
