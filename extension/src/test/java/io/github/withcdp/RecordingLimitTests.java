package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
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
        assertThat(outcome.succeeded()).hasSize(3);
    }

    @Test
    void takes_from_tests_that_have_ended_before_it_takes_from_their_class() {
        var outcome = FixtureRun.of(SharedFixture.class, reports)
                .with("withcdp.recording.limit", "4 MiB")
                .execute();

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.succeeded()).hasSize(2);
    }

    private static void say(CDPSession page, int times) {
        page.evaluate("for (let i = 0; i < %d; i++) console.log(i, 'x'.repeat(5000))".formatted(times));
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Fixture {

        @Test
        @Order(1)
        void says_more_than_is_kept(CDPSession page, Recording recording, CDPBrowser browser) {
            awaitPageOfNextTest(browser);
            for (int i = 0; i < 40; i++) {
                say(page, 100);
                browser.targets(); // of what the browser says is given up something, too
            }

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

        @Test
        @Order(3)
        void has_many_sessions(CDPSession page, Recording recording) {
            for (int i = 0; i < 64; i++) { // so that some look like those of the first test
                page.attach(page.target().id());
            }

            assertThat(recording.incompleteBecause()).isEmpty();
        }
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedFixture {

        private static CDPSession shared;

        @BeforeAll
        static void says_something(CDPSession page) {
            shared = page;
            say(page, 200);
        }

        @Test
        @Order(1)
        void says_much(CDPSession page) {
            say(page, 1400);

            assertThat(page.recording().isComplete()).isTrue();
        }

        @Test
        @Order(2)
        void says_more_than_is_kept_besides(CDPSession page) {
            say(page, 1600);

            assertThat(page.recording().isComplete()).isTrue();
            assertThat(shared.recording().incompleteBecause()).isEmpty();
        }
    }
}
