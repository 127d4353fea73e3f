package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a test that passed ends where the test did: what it is made of was asked for afterwards. */
class PassedReportTests {

    @TempDir
    Path reports;

    @Test
    void what_is_said_for_the_report_is_no_step_of_the_test() throws IOException {
        FixtureRun.of(PassingTestCase.class, reports).execute();
        var folder = reports.resolve(PassingTestCase.class.getName()).resolve("passes");

        assertThat(Files.readString(folder.resolve("summary.md"))).containsPattern("""
                        ## What happened

                        ```text
                        [\\d.]+ Test Runtime\\.evaluate 6 \\* 7 42
                        [\\d.]+ The test passed
                        ```
                        """);
        assertThat(Files.readString(folder.resolve("transcript.txt")))
                .containsPattern(
                        "Runtime\\.evaluate [^\\n]*\\n +-- the test passed; what follows was said for this report --\\n[^\\n]*→[^\\n]*Page\\.captureScreenshot");
    }

    @WithCDP(report = ReportMode.ALWAYS)
    static class PassingTestCase {

        @Test
        void passes(CDPSession page) {
            assertThat(page.evaluate("6 * 7").asInt()).isEqualTo(42);
        }
    }
}
