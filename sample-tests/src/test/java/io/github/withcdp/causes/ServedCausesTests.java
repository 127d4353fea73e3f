package io.github.withcdp.causes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.documentation.SampleClasses;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether failures come back without the servers, from the reports of a run that had them: the same failure, but for times and counts.
 *
 * <p>With {@code -Dcauses.served=all} all of the seeded failures are served and not some, and a table is printed of what became of each; with
 * {@code -Dcauses.races=50} each race that often.
 */
@Timeout(1800)
class ServedCausesTests {

    /** Answers that overtake each other, service workers, a WebSocket, popups. */
    private static final List<String> SOME = List.of("CatalogTestCase", "RailwayTestCase");

    private static final String RACE = "answers that overtook each other";

    /** Its document was not captured: a dialog kept the page from telling it. */
    private static final String NOT_CAPTURED = "ContactsTestCase.contacts_are_listed";

    private static final boolean all = System.getProperty("causes.served", "").equals("all");
    private static final int races = Integer.getInteger("causes.races", 2);

    private static final SampleClasses copies = new SampleClasses(ServedCausesTests.class.getPackageName());

    @TempDir
    static Path recorded;

    @TempDir
    Path reports;

    private static List<SeededFailure> failures = List.of();
    private static Map<String, FailedRun> runs = Map.of();

    @BeforeAll
    @Timeout(1800)
    static void record() {
        failures = Causes.readFor(copies).stream()
                .filter(failure -> all || SOME.contains(failure.tests().getSimpleName()))
                .toList();
        runs = FailedRun.of(
                failures.stream().map(SeededFailure::tests).distinct().toList(), recorded);
    }

    @AfterAll
    static void close() throws IOException {
        copies.close();
    }

    @Test
    void failures_come_back() {
        var served = FailedRun.served(failures, recorded, reports);

        var missing = new ArrayList<String>();
        for (var failure : failures) {
            var name = failure.toString();
            boolean back = served.containsKey(name) && gist(served.get(name)).equals(gist(runs.get(name)));
            if (all) {
                System.out.printf(
                        Locale.ROOT,
                        "%-33s %-45s %s%n",
                        failure.kind(),
                        failure,
                        back
                                ? "comes back, named in " + served.get(name).place(failure.cause())
                                : "does not come back");
            }
            if (!back) {
                missing.add(name);
            }
        }

        assertThat(missing).isSubsetOf(NOT_CAPTURED);
    }

    @Test
    void a_race_comes_back_each_time() throws IOException {
        var raced =
                failures.stream().filter(failure -> failure.kind().equals(RACE)).toList();
        for (int time = 1; time <= races; time++) {
            var served = FailedRun.served(raced, recorded, reports.resolve(Integer.toString(time)));
            for (var failure : raced) {
                var run = served.get(failure.toString());
                assertThat(run).as("%s, time %d", failure, time).isNotNull();
                assertThat(gist(run)).as("time %d", time).isEqualTo(gist(runs.get(failure.toString())));
                assertThat(theFirstWasAnsweredLast(
                                reports.resolve(Integer.toString(time)).resolve("replayed"), failure))
                        .as("%s, time %d", failure, time)
                        .isTrue();
            }
        }
        System.out.printf("%d races came back %d times of %d%n", raced.size(), races, races);
    }

    private static boolean theFirstWasAnsweredLast(Path reports, SeededFailure failure) throws IOException {
        var answered = Recording.read(reports.resolve(failure.tests().getName())
                        .resolve(failure.method())
                        .resolve("traffic.jsonl"))
                .exchanges()
                .stream()
                .filter(exchange -> exchange.resourceType().equals("Fetch"))
                .map(exchange -> exchange.timing().ended())
                .toList();
        return answered.size() == 2 && answered.get(0).compareTo(answered.get(1)) > 0;
    }

    /** Return what a failure says, without what was seen on the way, and without names and numbers that each run has of its own. */
    private static String gist(FailedRun run) {
        return run.text()
                .lines()
                .takeWhile(line -> !line.startsWith("WithCDP wrote a report to ")
                        && !line.startsWith("What it was:")
                        && !line.startsWith("These are:"))
                .filter(line -> !line.startsWith("Still pending: "))
                .collect(Collectors.joining("\n"))
                .replaceAll("\\(session [0-9A-F]+\\)", "(session)")
                .replaceAll("[0-9.]+ m?s\\b", "… s");
    }
}
