package io.github.withcdp.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whether somebody who reads a failure finds its cause: tests of small applications fail, each for another reason, and what is seen first has to
 * name it. What else is found has to be true.
 *
 * <p>Prints a table of what is named where. With {@code -Dcauses.dir=…} the reports stay in that directory, to be looked at.
 */
class CausesTests {

    static final List<SeededFailure> failures = Causes.read();

    private static Map<String, FailedRun> runs = Map.of();

    @BeforeAll
    static void run(@TempDir Path temporary) {
        var kept = System.getProperty("causes.dir", "");
        runs = FailedRun.of(
                failures.stream().map(SeededFailure::tests).distinct().toList(),
                kept.isEmpty() ? temporary : Path.of(kept).toAbsolutePath());
    }

    @AfterAll
    static void print() {
        failures.forEach(failure -> System.out.printf(
                Locale.ROOT,
                "%-33s %-45s %s%n",
                failure.kind(),
                failure,
                runs.containsKey(failure.toString())
                        ? runs.get(failure.toString()).place(failure.cause())
                        : "did not fail"));
    }

    @Test
    void all_of_them_fail() {
        assertThat(runs.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        failures.stream().map(SeededFailure::toString).toList());
    }

    @ParameterizedTest
    @FieldSource("failures")
    void its_cause_is_named(SeededFailure failure) {
        var run = runs.get(failure.toString());

        assertThat(run.place(failure.cause())).as(run.text()).isNotEqualTo(FailedRun.NOWHERE);
    }

    @ParameterizedTest
    @FieldSource("failures")
    void what_else_is_found_is_true(SeededFailure failure) {
        assertThat(runs.get(failure.toString()).findings()).allMatch(failure::allows);
    }
}
