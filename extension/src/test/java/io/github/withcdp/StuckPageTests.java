package io.github.withcdp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The report of a page that cannot be asked any more is complete otherwise, and says what could not be had. */
@Tag("faults")
class StuckPageTests {

    @TempDir
    Path reports;

    @Test
    void says_where_a_page_is_in_an_endless_loop_and_looks_at_it_nevertheless() throws IOException {
        var folder = folder(LoopTestCase.class, "2 m"); // which a busy machine may need, and no other takes

        assertThat(Files.readString(folder.resolve("summary.md")))
                .containsPattern(
                        "The page about:blank has said nothing for \\S+ \\w+, after it had answered Runtime\\.evaluate \\(message \\d+\\)\\. It is busy: .*\\(anonymous\\) \\(loop\\.js:7:\\d+\\); Runtime\\.evaluate of 1 was not answered")
                .doesNotContain("did not answer");
        assertThat(folder).isDirectoryContaining("glob:**/screenshot.png");
    }

    @Test
    void leaves_a_page_of_the_class_to_its_loop() throws IOException {
        assertThat(Files.readString(
                        folder(LoopInPageOfClassTestCase.class, "6 s").resolve("summary.md")))
                .contains("It is busy: ", "(loop.js:", "did not answer within 6 s");
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
        return Files.readString(folder(fixture, "3 s").resolve("summary.md"));
    }

    private Path folder(Class<?> fixture, String limit) {
        var folder = FailurePhaseTests.notedFolder(FixtureRun.of(fixture, reports)
                .with("withcdp.report.timeout", limit)
                .execute()
                .failure());
        assertThat(folder)
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/transcript.txt")
                .isDirectoryContaining("glob:**/traffic.jsonl");
        return folder;
    }

    /** Have the page go into a loop when the browser is ready for traces, as it is a moment after its first page has come. */
    private static void loop(CDPBrowser browser, CDPSession page) {
        browser.session().send("Tracing.getCategories");
        page.evaluate("""
                function spin(x) {
                  while (true) {
                    x += performance.now();
                  }
                }
                function click() {
                  setTimeout(() => spin(1));
                }
                //# sourceURL=http://a.test/loop.js""");
        page.evaluate("click()");
        var unused = page.sendAsync("Runtime.evaluate", Map.of("expression", "1"));
    }

    @WithCDP
    static class LoopTestCase {

        @Test
        void fails(CDPBrowser browser, CDPSession page) {
            loop(browser, page);
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class LoopInPageOfClassTestCase {

        @Nullable
        CDPSession page;

        @BeforeAll
        void begin(CDPBrowser browser, CDPSession pageOfClass) {
            page = pageOfClass;
            loop(browser, pageOfClass);
        }

        @Test
        void fails() {
            var unused = requireNonNull(page).sendAsync("Runtime.evaluate", Map.of("expression", "2"));
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
