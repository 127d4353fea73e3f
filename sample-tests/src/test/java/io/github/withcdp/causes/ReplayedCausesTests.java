package io.github.withcdp.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.documentation.SampleClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether tests that have failed fail alike when they are run again from their reports, without a browser.
 *
 * <p>Runs with {@code -Dreplay.rounds=200} only, as often as that, tests with loops of their own in each tenth round.
 * Prints how long each took; what was different is told at the end.
 */
@Timeout(7200)
@EnabledIfSystemProperty(named = "replay.rounds", matches = "\\d+")
class ReplayedCausesTests {

    /** Servers have other ports; what happened when is told to hundredths of a second, of which a replay may miss some. */
    private static final Pattern VARYING = Pattern.compile(
            "(?<=127\\.0\\.0\\.1:|localhost:|news\\.test:)\\d+|\\d+(\\.\\d+)? s\\b|from \\d+\\.\\d+|\\(\\d+ times\\)");

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
        var times = new TreeMap<String, List<Long>>();
        var different = new ArrayList<String>();

        int repetitions = 0;
        List<? extends Class<?>> quick = tests;
        for (int round = 0; round < Integer.getInteger("replay.rounds"); round++) {
            var repeated = round % 10 == 0 ? tests : quick;
            var replayed = FailedRun.replayed(repeated, recorded, temporary.resolve("again-" + round));

            for (var name : failures.keySet()) {
                if (repeated.stream().noneMatch(in -> name.startsWith(in.getSimpleName() + "."))) {
                    continue;
                }
                repetitions++;
                var again = replayed.get(name);
                if (again == null) {
                    different.add("%s, round %d, has not failed".formatted(name, round));
                    continue;
                }
                times.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(again.took().toMillis());
                if (!alike(again).equals(alike(failures.get(name)))) {
                    different.add("%s, round %d:%n%s%ninstead of%n%s"
                            .formatted(name, round, alike(again), alike(failures.get(name))));
                }
            }
            quick = tests.stream().filter(in -> isQuick(in, times)).toList();
        }
        times.forEach((name, millis) -> System.out.printf(Locale.ROOT, "%-50s %s%n", name, summary(millis)));
        System.out.printf(Locale.ROOT, "%d of %d fail alike%n", repetitions - different.size(), repetitions);
        assertThat(different).isEmpty();
    }

    /** Whether the tests of a class wait by means of WithCDP, and not in a loop of their own, which takes its time in a replay, too. */
    private static boolean isQuick(Class<?> tests, Map<String, List<Long>> times) {
        return times.entrySet().stream()
                .filter(test -> test.getKey().startsWith(tests.getSimpleName() + "."))
                .allMatch(test -> test.getValue().get(0) < 1_500);
    }

    private static String summary(List<Long> millis) {
        var sorted = millis.stream().sorted().toList();
        return "median %5d ms, 90th percentile %5d ms, first %5d ms"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10), millis.get(0));
    }

    private static String alike(FailedRun run) {
        return VARYING.matcher(run.failure()).replaceAll("…");
    }
}
