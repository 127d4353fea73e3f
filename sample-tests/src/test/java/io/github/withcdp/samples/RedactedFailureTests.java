package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.RedactedException;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Fails with secrets, and asks of what kind the failures are. */
class RedactedFailureTests {

    private static final String PASSWORD = "correct-horse-1";

    @TempDir
    Path reports;

    @Test
    void a_failure_is_of_the_class_that_was_thrown() {
        assertThat(run().testEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .hasSize(2)
                .anySatisfy(failure -> assertThat(failure)
                        .isExactlyInstanceOf(TimeoutException.class)
                        .hasMessageMatching("nobody answered to ‹redacted:value:len=15:hash=[0-9a-f]{4}›"))
                .anySatisfy(failure -> assertThat(failure).isExactlyInstanceOf(RedactedException.class));
    }

    @Test
    void whoever_watches_is_told_the_name_of_the_class_in_any_case() {
        assertThat(run().testEvents().reportingEntryPublished().stream()
                        .map(event -> event.getRequiredPayload(ReportEntry.class)
                                .getKeyValuePairs()
                                .get("failed with")))
                .contains(TimeoutException.class.getName(), LoginException.class.getName());
    }

    private EngineExecutionResults run() {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .configurationParameter("withcdp.redact.values", PASSWORD)
                .selectors(selectClass(LoginTestCase.class))
                .execute();
    }

    @WithCDP
    @ExtendWith(Watcher.class)
    static class LoginTestCase {

        @Test
        void waits(CDPSession page) throws TimeoutException {
            throw new TimeoutException("nobody answered to " + PASSWORD);
        }

        @Test
        void logs_in(CDPSession page) {
            throw new LoginException("ada", PASSWORD);
        }
    }

    static class Watcher implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, Throwable failure) {
            var type = failure instanceof RedactedException redacted
                    ? redacted.originalType()
                    : failure.getClass().getName();
            context.publishReportEntry("failed with", type);
        }
    }

    static class LoginException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LoginException(String user, String password) {
            super(user + " cannot log in with " + password);
        }
    }
}
