package io.github.withcdp.samples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class where there is no {@code chromedriver}, and says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromedriver.Condition.class)
@interface NeedsChromedriver {

    /** Looks for the program on the {@code PATH}; nothing is downloaded. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromedriver.program()
                    .map(found -> ConditionEvaluationResult.enabled("chromedriver is " + found))
                    .orElseGet(() -> missing(context));
        }

        private static ConditionEvaluationResult missing(ExtensionContext context) {
            var reason = "chromedriver is not on the PATH; on Debian: apt-get install chromium-driver";
            System.out.printf("%s is skipped: %s%n", context.getDisplayName(), reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
