package io.github.withcdp.internal.report.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.ReportCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTests {

    @TempDir
    Path folder;

    private Path file;
    private StepSummary summary;

    @BeforeEach
    void ask_for_a_summary() {
        file = folder.resolve("step_summary");
        summary = StepSummary.of(Map.of(
                        "GITHUB_STEP_SUMMARY",
                        file.toString(),
                        "GITHUB_WORKSPACE",
                        folder.resolve("shop").toString()))
                .orElseThrow();
    }

    private void append(String text) {
        summary.append(
                new ReportCard(text, "com.acme.Tests", "pays", "", "no", "", List.of(), Instant.EPOCH),
                folder.resolve("shop/target/withcdp-reports/report.html"));
    }

    private String read() throws IOException {
        return Files.readString(file);
    }

    private static int headers(String text) {
        return text.split("### Failed tests", -1).length - 1;
    }

    @Test
    void is_a_table_with_one_header() throws IOException {
        append("one");
        append("two");

        assertThat(read()).isEqualTo(StepSummary.HEADER + """
                        | <code>one</code><br><code>com&#46;acme&#46;Tests&#46;pays</code> | <code>no</code> |  | <code>target&#47;withcdp&#45;reports&#47;report&#46;html</code> |
                        | <code>two</code><br><code>com&#46;acme&#46;Tests&#46;pays</code> | <code>no</code> |  | <code>target&#47;withcdp&#45;reports&#47;report&#46;html</code> |
                        """);
    }

    @Test
    void says_where_it_failed_and_what_was_unusual() throws IOException {
        summary.append(
                new ReportCard(
                        "pays",
                        "A",
                        "b",
                        "",
                        "no",
                        "A.java:7",
                        List.of("one|1", "two", "three", "four"),
                        Instant.EPOCH),
                folder);

        assertThat(read().substring(StepSummary.HEADER.length()))
                .startsWith(
                        "| <code>pays</code><br><code>A&#46;b</code><br><code>A&#46;java&#58;7</code> | <code>no</code> | <code>one&#124;1</code><br><code>two</code><br><code>three</code> |");
    }

    @Test
    void begins_again_after_what_others_have_appended() throws IOException {
        Files.writeString(file, "# Mine");
        append("one");
        Files.writeString(file, read() + "\nmore of mine\n");

        append("two");

        assertThat(read()).startsWith("# Mine\n\n### Failed tests");
        assertThat(headers(read())).isEqualTo(2);
    }

    @Test
    void lets_no_text_be_markup() throws IOException {
        append("a|b\\|c\n| `x` <b> @octocat #1 https://evil.test [x](y) -->\u001b[31m");

        assertThat(read().substring(StepSummary.HEADER.length()).lines()).hasSize(1);
        assertThat(read().substring(StepSummary.HEADER.length())
                        .replace("<br>", "")
                        .replaceAll("</?code>|&#\\d+;", ""))
                .doesNotContain("`", "<", "@", "[", "\\", "#", "\u001b", ":");
        assertThat(read().substring(StepSummary.HEADER.length()).chars().filter(c -> c == '|'))
                .hasSize(5);
    }

    @Test
    void stays_below_what_GitHub_takes_and_says_so() throws IOException {
        Files.writeString(file, "x".repeat(StepSummary.LIMIT - 3_000) + "\n");
        for (int i = 0; i < 30; i++) {
            append("a long title ".repeat(20));
        }

        assertThat(Files.size(file)).isLessThanOrEqualTo(StepSummary.LIMIT);
        assertThat(read()).endsWith(StepSummary.FULL).containsOnlyOnce(StepSummary.FULL);
    }

    @Test
    void leaves_a_summary_alone_that_is_too_long_already() throws IOException {
        Files.writeString(file, "x".repeat(StepSummary.LIMIT + 1));

        append("one");

        assertThat(Files.size(file)).isEqualTo(StepSummary.LIMIT + 1);
    }

    @Test
    void has_one_header_whoever_appends_at_the_same_time() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                tasks.add(() -> {
                    append("test " + number);
                    return null;
                });
            }
            for (var done : threads.invokeAll(tasks, 30, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(headers(read())).isEqualTo(1);
        assertThat(read().lines().filter(line -> line.startsWith("| <code>test")))
                .hasSize(40);
    }

    @Test
    void a_path_that_leads_nowhere_costs_nothing() {
        StepSummary.of(Map.of(
                        "GITHUB_STEP_SUMMARY", folder.resolve("none/summary").toString()))
                .orElseThrow()
                .append(new ReportCard("", "", "", "", "", "", List.of(), Instant.EPOCH), folder);

        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void is_for_GitHub_alone() {
        assertThat(StepSummary.of(Map.of())).isEmpty();
        assertThat(StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", " "))).isEmpty();
        assertThat(StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", "a\0b"))).isEmpty();
    }
}
