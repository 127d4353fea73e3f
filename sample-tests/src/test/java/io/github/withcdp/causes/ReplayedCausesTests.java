package io.github.withcdp.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.documentation.SampleClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether tests that have failed fail alike when they are run again from their reports, without a browser.
 *
 * <p>Runs with {@code -Dreplay.rounds=200} only, as often as that. Prints how long each took, at most.
 */
@Timeout(1800)
@EnabledIfSystemProperty(named = "replay.rounds", matches = "\\d+")
class ReplayedCausesTests {

    /** Servers have other ports; what happened when is told to hundredths of a second, of which a replay may miss some. */
    private static final Pattern VARYING = Pattern.compile(
            "(?<=127\\.0\\.0\\.1:|localhost:)\\d+|\\d+(\\.\\d+)? s\\b|from \\d+\\.\\d+|\\(\\d+ times\\)");

    @TempDir
    Path temporary;

    @Test
    void fail_alike_without_a_browser() throws IOException {
        try (var copies = new SampleClasses(ReplayedCausesTests.class.getPackageName())) {
            failAlikeWithoutABrowser(copies);
        }
    }

    private void failAlikeWithoutABrowser(SampleClasses copies) {
        var tests = Causes.readFor(copies).stream()
                .map(SeededFailure::tests)
                .distinct()
                .toList();
        var recorded = temporary.resolve("recorded");
        var failures = FailedRun.of(tests, recorded);
        var longest = new TreeMap<String, Long>();

        for (int round = 0; round < Integer.getInteger("replay.rounds"); round++) {
            var replayed = FailedRun.replayed(tests, recorded, temporary.resolve("again"));

            replayed.forEach((name, run) -> longest.merge(name, run.took().toMillis(), Math::max));
            assertThat(replayed.keySet()).as("round %d", round).isEqualTo(failures.keySet());
            for (var run : replayed.entrySet()) {
                assertThat(alike(run.getValue()))
                        .as("%s, round %d", run.getKey(), round)
                        .isEqualTo(alike(failures.get(run.getKey())));
            }
        }
        longest.forEach((name, millis) -> System.out.printf(Locale.ROOT, "%-50s %5d ms%n", name, millis));
    }

    private static String alike(FailedRun run) {
        return VARYING.matcher(run.failure()).replaceAll("…");
    }
}
