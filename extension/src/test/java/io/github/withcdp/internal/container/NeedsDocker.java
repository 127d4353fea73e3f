package io.github.withcdp.internal.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that start containers, from the images that {@code extension/src/test/docker/prepare} makes. */
@Tag("docker")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Condition.class)
public @interface NeedsDocker {

    /** Skips with the reason on the output, because most builds do not show reasons. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if ("prepared".equals(System.getenv("TEST_DOCKER"))) {
                return ConditionEvaluationResult.enabled("Docker is prepared");
            }
            var reason = context.getDisplayName()
                    + " needs Docker and images for tests: eval \"$(extension/src/test/docker/prepare)\"";
            System.out.println("Skipped: " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
