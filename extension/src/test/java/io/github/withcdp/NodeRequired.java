package io.github.withcdp;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** On tests that need {@code node}; where there is none they are skipped, and say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("node")
@ExtendWith(NodeRequired.Condition.class)
@interface NodeRequired {

    /** Looks whether there is one. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var missing = missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("node can be run");
            }
            var reason =
                    "node cannot be run (%s); install Node.js 18 or later and have it in the PATH".formatted(missing);
            context.publishReportEntry("skipped", reason);
            return ConditionEvaluationResult.disabled(reason);
        }

        private static String missing() {
            try {
                var process = new ProcessBuilder("node", "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try {
                    if (!process.waitFor(20, TimeUnit.SECONDS)) {
                        return "it does not tell its version";
                    }
                    return process.exitValue() == 0 ? "" : "exit status " + process.exitValue();
                } finally {
                    process.destroyForcibly();
                }
            } catch (IOException none) {
                return String.valueOf(none.getMessage());
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }
    }
}
