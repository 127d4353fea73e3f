package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Where a report is found, and where none must be. */
class ReportPlacesTests {

    @TempDir
    Path reports;

    private Path folder(Class<?> fixture, String test) {
        return reports.resolve(fixture.getName()).resolve(test);
    }

    @Test
    void the_index_lists_the_tests_that_failed() {
        FixtureRun.of(TwoFailuresTestCase.class, reports).execute();

        assertThat(reports.resolve("index.html"))
                .content()
                .contains("<h1>2 reports</h1>", "TwoFailuresTestCase.fails<", "TwoFailuresTestCase.fails_too<")
                .contains("IllegalStateException: oops")
                .doesNotContain("passes");
        assertThat(folder(TwoFailuresTestCase.class, "fails")).isDirectoryContaining("glob:**/report.html");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void attachments_are_named_in_the_output_once_per_report() {
        var printed = printed(FixtureRun.of(TwoFailuresTestCase.class, reports));

        var folder = folder(TwoFailuresTestCase.class, "fails");
        assertThat(printed)
                .filteredOn(line -> line.contains(folder.toString() + "/"))
                .containsExactly(
                        "[[ATTACHMENT|" + folder.resolve("report.html") + "]]",
                        "[[ATTACHMENT|" + folder.resolve("screenshot.png") + "]]");
        assertThat(printed).noneMatch(line -> line.startsWith("::error"));
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void failures_are_annotated_in_their_source_if_that_is_wanted() {
        var printed = printed(FixtureRun.of(TwoFailuresTestCase.class, reports).with("withcdp.ci.annotations", "true"));

        assertThat(printed)
                .filteredOn(line -> line.startsWith("::error"))
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "::error file=extension/src/test/java/io/github/withcdp/ReportPlacesTests\\.java,line=\\d+,"
                                                + "title=fails ?\\(CDPSession\\) failed::java\\.lang\\.IllegalStateException: oops"));
    }

    private static List<String> printed(FixtureRun run) {
        var bytes = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run.execute();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_test_that_passes_takes_the_report_of_an_earlier_run_away() throws IOException {
        var folder = Files.createDirectories(folder(PassingTestCase.class, "passes"));
        for (var file : List.of("report.html", "report.json", "summary.md", "mine.txt")) {
            Files.writeString(folder.resolve(file), "old");
        }
        Files.writeString(folder.resolve(".withcdp-report"), "report.html\nreport.json\nsummary.md\n");

        FixtureRun.of(PassingTestCase.class, reports).execute().allSucceeded();

        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("mine.txt"));
        }
        assertThat(reports.resolve("index.html")).content().contains("No test has failed");
    }

    @Test
    void a_test_that_passes_leaves_nothing_where_nothing_was() {
        FixtureRun.of(PassingTestCase.class, reports).execute().allSucceeded();

        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void what_failed_in_this_run_is_kept_when_it_is_repeated_and_passes() {
        FixtureRun.of(FlakyTestCase.class, reports).execute();
        FixtureRun.of(FlakyTestCase.class, reports).execute().allSucceeded();

        assertThat(folder(FlakyTestCase.class, "wavers")).isDirectoryContaining("glob:**/report.html");
    }

    @Test
    void each_attempt_of_a_run_has_its_report() throws IOException {
        for (int i = 0; i < 2; i++) {
            FixtureRun.of(TwoFailuresTestCase.class, reports).execute();
        }

        assertThat(folder(TwoFailuresTestCase.class, "fails").resolve("summary.md"))
                .content()
                .doesNotContain("attempt");
        assertThat(folder(TwoFailuresTestCase.class, "fails-attempt-2").resolve("summary.md"))
                .content()
                .contains("`fails(CDPSession) (attempt 2)` failed");
        assertThat(folder(TwoFailuresTestCase.class, "fails-attempt-3")).doesNotExist();
        assertThat(reports.resolve("index.html"))
                .content()
                .contains("TwoFailuresTestCase/fails/report.html", "TwoFailuresTestCase/fails-attempt-2/report.html");
    }

    @Test
    void nothing_is_written_or_taken_away_if_nobody_wants_reports() throws IOException {
        var old =
                Files.createDirectories(folder(PassingTestCase.class, "passes")).resolve(".withcdp-report");
        Files.writeString(old, "");

        FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.report", "never")
                .execute();
        FixtureRun.of(TwoFailuresTestCase.class, reports)
                .with("withcdp.report", "never")
                .execute();

        assertThat(old).exists();
        assertThat(reports.resolve("index.html")).doesNotExist();
        assertThat(folder(TwoFailuresTestCase.class, "fails")).doesNotExist();
    }

    @Test
    void tests_that_pass_are_in_the_index_if_everybody_is() {
        FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.report", "always")
                .execute();

        assertThat(reports.resolve("index.html")).content().contains("<li class=\"passed\">");
    }

    @Test
    void a_test_that_was_given_up_has_not_failed() {
        FixtureRun.of(AbortedTestCase.class, reports).execute();

        assertThat(reports).isEmptyDirectory();
    }

    @WithCDP
    static class TwoFailuresTestCase {

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void fails_too(CDPSession page) {
            page.navigate("no URL");
        }

        @Test
        void passes(CDPSession page) {}
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void passes(CDPSession page) {}
    }

    @WithCDP
    static class AbortedTestCase {

        @Test
        void is_given_up(CDPSession page) {
            Assumptions.abort("not today");
        }
    }

    /** Fails the first time. */
    @WithCDP
    static class FlakyTestCase {

        private static int runs;

        @Test
        void wavers(CDPSession page) {
            if (runs++ == 0) {
                throw new IllegalStateException("oops");
            }
        }
    }
}
