package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code @Timeout} ends a wait of ours at once, and is reported. */
class TimeoutTests {

    private static final String FOR_EVER = "new Promise(() => {})";

    @TempDir
    Path reports;

    @ParameterizedTest
    @ValueSource(classes = {SameThreadTestCase.class, SeparateThreadTestCase.class})
    void ends_a_wait_and_is_reported(Class<?> fixture) {
        var outcome = FixtureRun.of(fixture, reports).execute();

        assertThat(outcome.failures())
                .containsOnlyKeys("waits_for_an_answer(CDPSession)", "waits_for_an_event(CDPSession)");
        assertThat(outcome.failures().values()).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(TimeoutException.class);
            assertThat(FailurePhaseTests.notedFolder(failure))
                    .isDirectoryContaining("glob:**/transcript.txt")
                    .isDirectoryContaining("glob:**/screenshot.png");
        });
        assertThat(outcome.succeeded()).containsExactly("is_untouched(CDPSession)");
    }

    @Test
    void ends_a_wait_with_a_failure_that_says_so() {
        var failure = FixtureRun.of(SameThreadTestCase.class, reports)
                .execute()
                .failures()
                .get("waits_for_an_answer(CDPSession)");

        assertThat(failure).isNotNull();
        assertThat(failure)
                .satisfies(timeout -> assertThat(
                                Stream.of(timeout.getSuppressed()).map(Throwable::getMessage))
                        .anyMatch(message -> message != null
                                && message.startsWith("Interrupted while waiting for the answer to Runtime.evaluate")));
    }

    @Test
    void of_a_lifecycle_method_is_reported() {
        var failure = FixtureRun.of(BeforeEachTestCase.class, reports).execute().failure();

        assertThat(failure).isInstanceOf(TimeoutException.class);
        assertThat(FailurePhaseTests.notedFolder(failure).resolve("summary.md"))
                .content()
                .contains("@BeforeEach");
    }

    @WithCDP(timeout = "1 h")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SameThreadTestCase {

        @Test
        @Order(1)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void waits_for_an_answer(CDPSession page) {
            page.evaluate(FOR_EVER);
        }

        @Test
        @Order(2)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void waits_for_an_event(CDPSession page) {
            page.await("Page.loadEventFired");
        }

        @Test
        @Order(3)
        void is_untouched(CDPSession page) {
            assertThat(page.evaluate("1", Duration.ofSeconds(60)).asInt()).isEqualTo(1);
        }

        @AfterEach
        void after(CDPSession page) {
            page.evaluate("1", Duration.ofSeconds(60));
        }
    }

    @WithCDP(timeout = "1 h")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SeparateThreadTestCase {

        @Test
        @Order(1)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void waits_for_an_answer(CDPSession page) {
            page.evaluate(FOR_EVER);
        }

        @Test
        @Order(2)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void waits_for_an_event(CDPSession page) {
            page.await("Page.loadEventFired");
        }

        @Test
        @Order(3)
        void is_untouched(CDPSession page) {
            assertThat(page.evaluate("1", Duration.ofSeconds(60)).asInt()).isEqualTo(1);
        }
    }

    @WithCDP(timeout = "1 h")
    static class BeforeEachTestCase {

        @BeforeEach
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void waits(CDPSession page) {
            page.evaluate(FOR_EVER);
        }

        @Test
        void never_runs() {}
    }
}
