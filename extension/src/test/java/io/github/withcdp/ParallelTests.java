package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class ParallelTests {

    @TempDir
    Path reports;

    @Test
    void share_nothing_but_the_browser() {
        var outcome = FixtureRun.of(MethodsTestCase.class, reports)
                .inParallel()
                .execute()
                .allSucceeded();

        assertThat(outcome.succeeded()).hasSize(8);
        assertThat(outcome.told("target")).hasSize(8).doesNotHaveDuplicates();
        assertThat(outcome.told("browser"))
                .hasSize(8)
                .containsOnly(outcome.told("browser").get(0));
    }

    @Test
    void answer_for_their_own_handlers() {
        var outcome =
                FixtureRun.of(HandlersTestCase.class, reports).inParallel().execute();

        assertThat(outcome.failures()).hasSize(3).allSatisfy((name, failure) -> {
            assertThat(failure).hasMessage("in " + name);
            assertThat(FailurePhaseTests.notedFolder(failure).resolve("traffic.jsonl"))
                    .content()
                    .contains("said by " + name);
        });
        assertThat(outcome.succeeded()).hasSize(3);
    }

    @Test
    void run_in_classes_at_the_same_time() {
        var outcome = FixtureRun.of(ClassesTestCase.class, reports)
                .inParallel()
                .execute()
                .allSucceeded();

        assertThat(outcome.told("browser")).hasSize(3);
        assertThat(outcome.told("browser").stream().distinct()).hasSize(2);
    }

    @WithCDP(timeout = "60 s")
    static class MethodsTestCase {

        private static CDPSession ofClass;

        @BeforeAll
        static void before(CDPSession page) {
            ofClass = page;
        }

        @RepeatedTest(8)
        void is_alone(
                CDPSession page,
                CDPBrowser browser,
                Recording recording,
                RepetitionInfo repetition,
                TestReporter reporter) {
            var mark = "mark" + repetition.getCurrentRepetition();
            page.evaluate("document.title = '" + mark + "'; console.log('" + mark + "')");
            assertThat(page.evaluate("document.title").asString()).isEqualTo(mark);
            assertThat(page).isNotSameAs(ofClass);
            assertThat(recording.messages().stream().map(RecordedMessage::json))
                    .anyMatch(json -> json.contains("\"" + mark + "\""))
                    .noneMatch(
                            json -> json.matches("(?s).*\"mark(?!" + repetition.getCurrentRepetition() + ")\\d\".*"));
            reporter.publishEntry("target", page.target().id());
            reporter.publishEntry("browser", ParameterTests.process(browser));
        }
    }

    @WithCDP(timeout = "60 s")
    static class HandlersTestCase {

        @RepeatedTest(value = 6, name = "{currentRepetition}")
        void fails_if_even(CDPSession page, RepetitionInfo repetition) {
            int number = repetition.getCurrentRepetition();
            page.on("Runtime.consoleAPICalled", event -> {
                if (number % 2 == 0) {
                    throw new IllegalStateException("in " + number);
                }
            });
            page.evaluate("console.log('said by " + number + "')");
        }
    }

    static class ClassesTestCase {

        @Nested
        @WithCDP(timeout = "60 s")
        class One {

            @Test
            void first(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                page.evaluate("1");
                reporter.publishEntry("browser", ParameterTests.process(browser));
            }

            @Test
            void second(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                page.evaluate("1");
                reporter.publishEntry("browser", ParameterTests.process(browser));
            }
        }

        @Nested
        @WithCDP(timeout = "60 s")
        class Two {

            @Test
            void third(CDPBrowser browser, CDPSession page, TestReporter reporter) {
                page.evaluate("1");
                reporter.publishEntry("browser", ParameterTests.process(browser));
            }
        }
    }
}
