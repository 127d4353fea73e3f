package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code withcdp.recording.limit}, with a browser that says more. */
class RecordingLimitTests {

    @TempDir
    Path reports;

    @Test
    void concerns_the_test_that_said_too_much_and_not_the_next_one() {
        var outcome = FixtureRun.of(Fixture.class, reports)
                .with("withcdp.recording.limit", "4 MiB")
                .execute();

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.succeeded()).hasSize(2);
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Fixture {

        @Test
        @Order(1)
        void says_more_than_is_kept(CDPSession page, Recording recording, CDPBrowser browser) {
            awaitPageOfNextTest(browser);
            page.evaluate("for (let i = 0; i < 4000; i++) console.log(i, 'x'.repeat(5000))");

            assertThat(recording.isComplete()).isFalse();
            assertThat(recording.incompleteBecause())
                    .startsWith(
                            "Older messages were given up, because more than 4 MiB of them were recorded (withcdp.recording.limit); the first one left is #");
            assertThat(page.recording().isComplete()).isFalse();
            assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
        }

        /** What is said while that is made lies among what this test says. */
        private static void awaitPageOfNextTest(CDPBrowser browser) {
            while (browser.targets().stream()
                            .filter(target -> target.type().equals("page"))
                            .count()
                    < 2) {
                Thread.onSpinWait(); // each question is a round trip
            }
        }

        @Test
        @Order(2)
        void says_little(CDPSession page, Recording recording) {
            page.evaluate("1");

            assertThat(recording.incompleteBecause()).isEmpty();
            assertThat(page.recording().incompleteBecause()).isEmpty();
            assertThat(recording.messages().get(0).json()).isNotEmpty();
        }
    }
}
