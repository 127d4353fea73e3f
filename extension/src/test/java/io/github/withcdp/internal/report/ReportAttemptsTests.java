package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAttemptsTests {

    private static final ReportName NAME = ReportName.of("shop.PayTests", "pays", "", "id");

    @TempDir
    Path root;

    private String attempt(ReportAttempts jvm, String run) throws IOException {
        var folder = jvm.of(new Object(), NAME, root).folder();
        ReportDirectory.prepare(root, folder).claim(List.of("report.html"), run);
        Files.writeString(folder.resolve("report.html"), "");
        return root.relativize(folder).toString().replace('\\', '/');
    }

    private List<String> folders() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.endsWith("report.html"))
                    .map(file -> file.getName(file.getNameCount() - 2).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void have_a_folder_each_in_one_JVM() throws IOException {
        var jvm = new ReportAttempts("");

        assertThat(attempt(jvm, "")).isEqualTo("shop.PayTests/pays");
        assertThat(attempt(jvm, "")).isEqualTo("shop.PayTests/pays-attempt-2");
        assertThat(attempt(jvm, "")).isEqualTo("shop.PayTests/pays-attempt-3");
    }

    @Test
    void have_a_folder_each_in_the_JVMs_of_a_run() throws IOException {
        assertThat(attempt(new ReportAttempts("run 7"), "run 7")).isEqualTo("shop.PayTests/pays");
        assertThat(attempt(new ReportAttempts("run 7"), "run 7")).isEqualTo("shop.PayTests/pays-attempt-2");
    }

    @Test
    void make_room_for_those_of_the_next_run() throws IOException {
        for (int i = 0; i < 3; i++) {
            attempt(new ReportAttempts("7"), "7");
        }
        assertThat(folders()).containsExactly("pays", "pays-attempt-2", "pays-attempt-3");

        assertThat(attempt(new ReportAttempts("8"), "8")).isEqualTo("shop.PayTests/pays");
        assertThat(folders()).containsExactly("pays");
    }

    @Test
    void make_room_when_the_test_passes_in_the_next_run_but_not_in_this_one() throws IOException {
        var jvm = new ReportAttempts("7");
        attempt(jvm, "7");
        attempt(jvm, "7");

        assertThat(jvm.removeOld(NAME, root)).isFalse();
        assertThat(new ReportAttempts("7").removeOld(NAME, root)).isFalse();
        assertThat(folders()).hasSize(2);
        assertThat(new ReportAttempts("").removeOld(NAME, root)).isTrue();
        assertThat(folders()).isEmpty();
    }

    @Test
    void make_room_even_if_the_first_of_them_is_missing() throws IOException {
        var jvm = new ReportAttempts("7");
        attempt(jvm, "7");
        attempt(jvm, "7");
        assertThat(new ReportWriter(root).removeOld(NAME.below(root))).isTrue();

        assertThat(new ReportAttempts("8").removeOld(NAME, root)).isTrue();
        assertThat(folders()).isEmpty();
    }

    @Test
    void are_one_for_all_reports_of_one() {
        var jvm = new ReportAttempts("");
        var execution = new Object();

        assertThat(jvm.of(execution, NAME, root)).isEqualTo(jvm.of(execution, NAME, root));
    }

    @Test
    void have_folders_of_bounded_length() {
        var name = ReportName.of("shop.PayTests", "p".repeat(ReportName.LENGTH), "", "id");

        assertThat(name.attempt(2).testFolder()).hasSize(ReportName.LENGTH).isNotEqualTo(name.testFolder());
        assertThat(name.attempt(2)).isNotEqualTo(name.attempt(3));
    }
}
