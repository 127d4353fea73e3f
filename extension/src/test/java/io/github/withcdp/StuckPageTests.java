package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a page that cannot be asked any more is complete otherwise, and says what could not be had. */
class StuckPageTests {

    @TempDir
    Path reports;

    @Test
    void says_that_a_page_in_an_endless_loop_did_not_answer() throws IOException {
        assertThat(summary(LoopTestCase.class)).contains("screenshot.png", "did not answer within 3 s");
    }

    @Test
    void says_that_the_debugger_is_paused() throws IOException {
        assertThat(summary(PausedTestCase.class)).contains("screenshot.png", "the debugger is paused");
    }

    @Test
    void says_that_a_session_was_detached() throws IOException {
        assertThat(summary(DetachedTestCase.class)).contains("screenshot.png", "detached");
    }

    private String summary(Class<?> fixture) throws IOException {
        var folder = FailurePhaseTests.notedFolder(
                FixtureRun.of(fixture, reports).execute().failure());
        assertThat(folder)
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/transcript.txt")
                .isDirectoryContaining("glob:**/traffic.jsonl");
        return Files.readString(folder.resolve("summary.md"));
    }

    @WithCDP
    static class LoopTestCase {

        @Test
        void fails(CDPSession page) {
            var unused = page.sendAsync("Runtime.evaluate", Map.of("expression", "while (true);"));
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class PausedTestCase {

        @Test
        void fails(CDPSession page) {
            page.send("Debugger.enable");
            page.await("Debugger.paused", () -> {
                var unused = page.sendAsync("Runtime.evaluate", Map.of("expression", "debugger"));
            });
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class DetachedTestCase {

        @Test
        void fails(CDPSession page) {
            page.detach();
            throw new IllegalStateException("oops");
        }
    }
}
