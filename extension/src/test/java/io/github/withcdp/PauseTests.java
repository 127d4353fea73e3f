package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** Pauses of tests that somebody runs in a terminal, or does not. */
@Timeout(300)
@ExtendWith(PauseTests.WithTerminals.class)
class PauseTests {

    @TempDir
    Path folder;

    @Test
    void a_test_goes_on_when_somebody_presses_Enter() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, PausingTestCase.class, "")) {
            assertThat(jvm.line("WithCDP")).isEqualTo("WithCDP: the test is paused");
            assertThat(jvm.line("  at")).isEqualTo("  at page data:text/html,<title>a</title>");
            assertThat(jvm.line("    No DevTools")).contains("withcdp.transport=websocket");
            var monitor = jvm.line("  All that is said, and commands by hand: ").replaceFirst("^.*: (?=http)", "");
            try (var page = URI.create(monitor.strip()).toURL().openStream()) {
                assertThat(page).asString(StandardCharsets.UTF_8).contains("<title>WithCDP monitor</title>");
            }
            jvm.line("  Press Enter");

            jvm.type("");

            assertThat(jvm.line("WithCDP")).isEqualTo("WithCDP: the test goes on: Enter was pressed");
            assertThat(jvm.line("succeeded")).isEqualTo("succeeded: [pauses(CDPSession)]");
        }
    }

    @Test
    void the_channel_of_a_build_tool_is_not_read() throws Exception {
        try (var jvm = PausedJvm.belowBuildTool(folder, PausingTestCase.class)) {
            jvm.line("  Press Enter");

            jvm.type("");

            assertThat(jvm.line("succeeded")).isEqualTo("succeeded: [pauses(CDPSession)]");
            assertThat(jvm.line("nobody has read")).isEqualTo("nobody has read: of the build tool");
        }
    }

    @Test
    void in_CI_there_is_no_pause() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, PausingTestCase.class, "true")) {
            assertThat(jvm.line("WithCDP"))
                    .isEqualTo(
                            "WithCDP: there is no pause, because these tests run in CI (the environment variable CI is set), where nobody presses Enter");
            assertThat(jvm.line("succeeded")).isEqualTo("succeeded: [pauses(CDPSession)]");
        }
    }

    @Test
    void without_a_terminal_there_is_no_pause() throws Exception {
        try (var jvm = PausedJvm.withoutTerminal(folder, PausingTestCase.class)) {
            assertThat(jvm.line("WithCDP"))
                    .isEqualTo(
                            "WithCDP: there is no pause, because no console is attached: run the tests from a terminal, without a daemon in between, or in an IDE");
            assertThat(jvm.line("succeeded")).isEqualTo("succeeded: [pauses(CDPSession)]");
        }
    }

    @Test
    void a_Timeout_ends_a_pause() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, PausedForeverTestCase.class, "")) {
            jvm.line("  Press Enter");

            assertThat(jvm.line("WithCDP: the pause"))
                    .isEqualTo("WithCDP: the pause is over: the test was interrupted, as a @Timeout does");
            assertThat(jvm.line("failed")).isEqualTo("failed: [pauses(CDPSession)]");
        }
    }

    @Test
    void a_failed_test_pauses_with_all_its_pages_before_anything_is_tidied_up() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, FailingTestCase.class, "", "withcdp.pauseOnFailure=true")) {
            assertThat(jvm.line("WithCDP"))
                    .isEqualTo(
                            "WithCDP: fails(CDPSession, CDPSession) has failed with java.lang.AssertionError: oops\\u001b[2J, and is paused");
            assertThat(jvm.line("    DevTools")).contains("http://127.0.0.1:");
            assertThat(jvm.line("    DevTools")).contains("http://127.0.0.1:");
            jvm.line("  Press Enter");

            jvm.type("");

            jvm.line("WithCDP: the test goes on");
            jvm.line("tidied up");
            assertThat(jvm.line("failed")).isEqualTo("failed: [fails(CDPSession, CDPSession)]");
        }
    }

    @Test
    void a_failed_BeforeEach_pauses_too_and_an_assumption_does_not() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, BeforeEachTestCase.class, "", "withcdp.pauseOnFailure=true")) {
            assertThat(jvm.line("WithCDP"))
                    .isEqualTo(
                            "WithCDP: never_runs(CDPSession) has failed in @BeforeEach with java.lang.AssertionError: oops, and is paused");
            jvm.line("  Press Enter");

            jvm.type("");

            assertThat(jvm.line("failed")).isEqualTo("failed: [never_runs(CDPSession)]");
        }
    }

    @Test
    void the_DevTools_that_are_printed_open_and_connect_and_their_console_ends_the_pause() throws Exception {
        try (var jvm = PausedJvm.inTerminal(folder, PausingTestCase.class, "", "withcdp.transport=websocket")) {
            var url = jvm.line("    DevTools: ").strip().substring("DevTools: ".length());
            jvm.line("  Press Enter");

            try (var visitor = new DevToolsVisitor()) {
                visitor.open(url);
                visitor.typeIntoConsole(url, "resume()");
            }

            assertThat(jvm.line("WithCDP: the test goes on"))
                    .startsWith("WithCDP: the test goes on: it was resumed from the console of page data:");
            assertThat(jvm.line("succeeded")).isEqualTo("succeeded: [pauses(CDPSession)]");
        }
    }

    @WithCDP
    static class PausingTestCase {

        @Test
        void pauses(CDPSession page) {
            page.navigate("data:text/html,<title>a</title>");
            page.pause();
        }
    }

    @WithCDP
    static class PausedForeverTestCase {

        @Test
        @Timeout(20)
        void pauses(CDPSession page) {
            page.pause();
        }
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession page, @NewPage CDPSession another) {
            throw new AssertionError("oops\u001b[2J");
        }

        @AfterEach
        void tidyUp(CDPSession page) {
            System.out.println("tidied up");
        }
    }

    @WithCDP
    static class BeforeEachTestCase {

        @BeforeEach
        void prepare(CDPSession page) {
            throw new AssertionError("oops");
        }

        @Test
        void never_runs(CDPSession page) {}
    }

    /** Pseudo-terminals are made by a program that not every machine has. */
    static final class WithTerminals implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var missing = Stream.of("script", "setsid")
                    .filter(program -> Stream.of("/usr/bin/", "/bin/")
                            .noneMatch(place -> Files.isExecutable(Path.of(place + program))))
                    .toList();
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("there are terminals")
                    : ConditionEvaluationResult.disabled(
                            "No %s here: install bsdutils and util-linux (Debian) to test pauses".formatted(missing));
        }
    }
}
