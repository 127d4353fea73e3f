package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comparison with other clients shows of figures that are there already; to measure them takes too long for a build. */
class ComparisonTests {

    @TempDir
    Path target;

    @BeforeEach
    void write_what_was_measured() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "there is no python3");
        Files.createDirectory(target.resolve("results"));
        write("W1", """
                {"client": "floor-pipe", "round": 0, "ops": 3000, "cpuUs": 30, "others": 0.02}
                {"client": "withcdp-pipe", "round": 0, "ops": 2000, "cpuUs": 39, "others": 0.04}
                {"client": "kklisura", "round": 0, "error": "no answer in 90 s"}
                {"client": "withcdp-pipe", "round": 1, "ops": 2800, "cpuUs": 41, "others": 0}
                {"client": "floor-pipe", "round": 1, "ops": 2600, "cpuUs": 28, "others": 0}
                {"client": "floor-pipe", "round": 2, "ops": 2500, "cpuUs": 29, "others": 0}
                {"client": "withcdp-pipe", "round": 2, "ops": 2500, "cpuUs": 50, "others": 0}
                """);
        write("W6b", """
                {"client": "junit", "round": 0, "gapMs": 0.5}
                {"client": "withcdp-pipe", "round": 0, "gapMs": 4}
                """);
    }

    @Test
    void shows_medians_with_their_spread_and_what_has_failed() throws Exception {
        assertThat(show())
                .anyMatch(line ->
                        line.endsWith("CPU used by others: 0% of the machine in the median of the rounds, 4% at most."))
                .contains(
                        "| floor (pipe) | 3 | 1.00 | 2,500, **2,600**, 3,000 | 29 |",
                        "| WithCDP (pipe) | 3 | 0.96 | 2,000, **2,500**, 2,800 | 41 |",
                        "| chrome-devtools-java-client | 0 | | no answer in 90 s | |",
                        "| WithCDP (pipe) | 1 | 3.5 | 4, **4**, 4 |");
    }

    @Test
    void says_which_goals_are_reached_on_a_machine_of_this_speed() throws Exception {
        assertThat(show())
                .contains(
                        "Limits of time hold where a command of the floor takes 300 µs; here they are multiplied by 1.28.",
                        "| W1: WithCDP (pipe), per s, in relation to floor (pipe) | ≥ 0.95 | 0.96 | reached |",
                        "| W1: WithCDP (pipe), client CPU for one, µs | ≤ 51.3 | 41 | reached |",
                        "| W6b: WithCDP (pipe), ms, less JUnit alone | ≤ 2.56 | 3.5 | **missed** |")
                .noneMatch(line -> line.startsWith("| W7"));
    }

    @Test
    void draws_a_chart() throws Exception {
        show();

        assertThat(target.resolve("results.svg"))
                .content()
                .contains(">One command after another<", ">WithCDP (pipe)<", ">400<", ">no figure<")
                .endsWith("</svg>\n");
    }

    private void write(String part, String rounds) throws IOException {
        Files.writeString(target.resolve("results").resolve(part + ".jsonl"), rounds);
    }

    private Stream<String> show() throws IOException, InterruptedException {
        var harness = new ProcessBuilder("python3", "-B", "comparison/harness", "show");
        harness.environment().put("COMPARISON_TARGET", target.toString());
        harness.environment().put("PYTHONUTF8", "1");
        harness.redirectErrorStream(true)
                .redirectOutput(target.resolve("said.md").toFile());
        assertThat(harness.start().waitFor())
                .as(() -> "exit code; see " + target.resolve("said.md"))
                .isZero();
        return Files.readString(target.resolve("said.md")).lines();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
