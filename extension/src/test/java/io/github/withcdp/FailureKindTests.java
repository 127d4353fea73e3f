package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.protocol.RedactedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.internal.AssumptionViolatedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** What JUnit and other extensions see of failures that tell secrets. */
class FailureKindTests {

    private static final String SECRET = "hunter2Qx93";

    @TempDir
    Path reports;

    private FixtureRun run(Class<?> fixture) {
        return FixtureRun.of(fixture, reports).with("withcdp.redact.values", SECRET);
    }

    @Test
    void is_kept_for_whoever_watches_tests() {
        var outcome = run(KindsTestCase.class).execute();

        var failures = outcome.failures();
        assertThat(failures.values())
                .allSatisfy(failure -> assertThat(StackTraces.of(failure))
                        .contains("‹redacted:value:", "WithCDP wrote a report to")
                        .doesNotContain(SECRET));
        assertThat(failures.get("times_out(CDPSession)")).isExactlyInstanceOf(TimeoutException.class);
        assertThat(failures.get("overflows(CDPSession)")).isExactlyInstanceOf(StackOverflowError.class);
        assertThat(failures.get("is_refused(CDPSession)"))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(-32602));
        assertThat(failures.get("throws_in_the_page(CDPSession)")).isExactlyInstanceOf(JavaScriptException.class);
        assertThat(failures.get("compares(CDPSession)"))
                .isInstanceOfSatisfying(
                        AssertionFailedError.class,
                        failed -> assertThat(failed.getExpected().getStringRepresentation())
                                .startsWith("\"‹redacted:value:"));
        assertThat(failures.get("asserts_all(CDPSession)"))
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        several -> assertThat(several.getFailures()).hasSize(2));
        assertThat(failures.get("throws_what_nobody_else_can_make(CDPSession)"))
                .isInstanceOfSatisfying(
                        RedactedException.class,
                        redacted -> assertThat(redacted.originalType()).isEqualTo(Hidden.class.getName()))
                .extracting(Throwable::toString)
                .asString()
                .startsWith(Hidden.class.getName() + ": ‹redacted:value:");
        var substitute = Objects.requireNonNull(failures.get("throws_what_nobody_else_can_make(CDPSession)"));
        assertThat(FailurePhaseTests.notedFolder(substitute).resolve("summary.md"))
                .content()
                .contains(Hidden.class.getName() + ": ‹redacted:value:")
                .doesNotContain(RedactedException.class.getSimpleName());
        assertThat(outcome.told("watched"))
                .containsExactlyInAnyOrderElementsOf(failures.values().stream()
                        .map(failure -> failure.getClass().getName())
                        .toList());
    }

    @Test
    void is_kept_for_whoever_tries_again() {
        assertThat(run(RetriedTestCase.class).execute().allSucceeded().told("tried"))
                .singleElement()
                .asString()
                .startsWith("java.util.concurrent.TimeoutException: ‹redacted:value:");
    }

    @Test
    void is_kept_for_what_handlers_and_lifecycle_methods_throw() {
        var failures = run(ElsewhereTestCase.class).execute().failures();

        assertThat(failures).hasSize(2).allSatisfy((name, failure) -> {
            assertThat(failure).isExactlyInstanceOf(IllegalStateException.class);
            assertThat(StackTraces.of(failure)).contains("‹redacted:value:").doesNotContain(SECRET);
        });
    }

    @Test
    void stays_aborted_and_has_no_report() throws IOException {
        var outcome = run(AbortedTestCase.class).execute();

        outcome.results()
                .testEvents()
                .assertStatistics(statistics -> statistics.aborted(4).failed(0));
        outcome.results().testEvents().aborted().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .forEach(aborted -> {
                    assertThat(aborted).isExactlyInstanceOf(TestAbortedException.class);
                    assertThat(StackTraces.of(aborted)).contains("‹redacted:").doesNotContain(SECRET);
                });
        try (var files = Files.list(reports)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void is_left_as_it_is_if_the_run_says_so() throws IOException {
        var failure = run(HiddenTestCase.class)
                .with("withcdp.redact.failures", "false")
                .execute()
                .failure();

        assertThat(failure).isExactlyInstanceOf(Hidden.class).hasMessage(SECRET);
        try (var files = Files.list(FailurePhaseTests.notedFolder(failure))) {
            assertThat(files.filter(file -> !file.toString().endsWith(".png")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(SECRET));
        }
    }

    static final class Hidden extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Hidden(String message) {
            super(message);
        }
    }

    static final class Watching implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
            context.publishReportEntry(
                    "watched", Objects.requireNonNull(cause).getClass().getName());
        }
    }

    @WithCDP
    @ExtendWith(Watching.class)
    static class KindsTestCase {

        @Test
        void times_out(CDPSession page) throws TimeoutException {
            throw new TimeoutException(SECRET);
        }

        @Test
        void overflows(CDPSession page) {
            throw new StackOverflowError(SECRET);
        }

        @Test
        void is_refused(CDPSession page) {
            page.send("Browser.getHistogram", Map.of("name", SECRET));
        }

        @Test
        void throws_in_the_page(CDPSession page) {
            page.evaluate("throw new Error('" + SECRET + "')");
        }

        @Test
        void compares(CDPSession page) {
            assertThat(page.evaluate("'a'").asString()).isEqualTo(SECRET);
        }

        @Test
        void asserts_all(CDPSession page) {
            assertAll(() -> assertEquals("a", SECRET), () -> assertEquals("a", "b"));
        }

        @Test
        void throws_what_nobody_else_can_make(CDPSession page) {
            throw new Hidden(SECRET);
        }
    }

    /** Stands around WithCDP, as extensions do that run a test once more. */
    static final class Retrying implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
            if (!(thrown instanceof TimeoutException)) {
                throw thrown;
            }
            context.publishReportEntry("tried", thrown.toString());
        }
    }

    @ExtendWith(Retrying.class)
    @WithCDP
    static class RetriedTestCase {

        @Test
        void times_out(CDPSession page) throws TimeoutException {
            throw new TimeoutException(SECRET);
        }
    }

    @WithCDP
    static class ElsewhereTestCase {

        @Test
        void throws_in_a_handler(CDPSession page) {
            page.on("Runtime.consoleAPICalled", event -> {
                throw new IllegalStateException(event.param("/args/0/value").asString());
            });
            page.evaluate("console.log('" + SECRET + "')");
        }

        @Test
        void throws_after_it() {}

        @AfterEach
        void throwsToo(CDPSession page, TestInfo test) {
            if (test.getDisplayName().contains("after")) {
                throw new IllegalStateException(SECRET);
            }
        }
    }

    @WithCDP
    static class AbortedTestCase {

        @Test
        void assumes(CDPSession page) {
            assumeTrue(false, "token=" + SECRET);
        }

        @Test
        void assumes_before_there_is_a_page() {
            assumeTrue(false, "token=" + SECRET);
        }

        @Test
        void assumes_with_JUnit_4(CDPSession page) {
            throw new AssumptionViolatedException("token=" + SECRET);
        }

        @Test
        void assumes_something_that_has_a_cause(CDPSession page) {
            throw new TestAbortedException("not today", new IOException(SECRET));
        }
    }

    @WithCDP
    static class HiddenTestCase {

        @Test
        void fails(CDPSession page) {
            throw new Hidden(SECRET);
        }
    }
}
