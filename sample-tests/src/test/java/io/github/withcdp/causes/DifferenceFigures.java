package io.github.withcdp.causes;

import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How well a failed run is told from runs that passed: each fault of the {@link Bazaar} several times, against runs without it. Prints the figures of
 * {@code extension/BENCHMARKS.md}; takes minutes, and is no part of a build.
 *
 * <p>{@code mvn test -pl sample-tests -am -Dtest=DifferenceFigures -Dsurefire.failIfNoSpecifiedTests=false -Ddifference.repeats=10}
 */
@WithCDP
class DifferenceFigures {

    private static final int GREENS = 20;
    private static final int REPEATS = Integer.getInteger("difference.repeats", 10);
    private static final Path DIRECTORY = Path.of(System.getProperty("difference.dir", "target/difference"));

    private static final String DONE = """
            new Promise(done => {
              const look = () => {
                const text = document.getElementById('state').textContent;
                text === 'done' || performance.now() > 20000 ? done(text) : setTimeout(look, 20);
              };
              look();
            })""";

    record Run(String fault, int number) {

        Path file() {
            return DIRECTORY.resolve((fault.isEmpty() ? "green" : fault) + "-" + number + ".jsonl");
        }
    }

    static Stream<Run> runs() {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < GREENS; i++) {
            runs.add(new Run("", i));
        }
        for (var faults : List.of(Bazaar.FAULTS, Bazaar.HELD_OUT)) {
            for (var fault : new TreeSet<>(faults.keySet())) {
                for (int i = 0; i < REPEATS; i++) {
                    runs.add(new Run(fault, i));
                }
            }
        }
        return runs.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void run(Run run, CDPSession page, Recording recording) throws IOException {
        Assumptions.assumeFalse(Files.exists(run.file()), "it was recorded before");
        Files.createDirectories(DIRECTORY);
        try (var bazaar = new Bazaar(run.fault())) {
            boolean passed = shop(page, bazaar);
            // That something is paid twice this test does not see, but the comparison may.
            Assertions.assertTrue(passed || !run.fault().isEmpty(), "a run without a fault did not pass");
            captureBodies(page, recording);
            recording.writeTo(run.file());
        }
    }

    /** Bodies are compared if both runs have them. */
    private static void captureBodies(CDPSession page, Recording recording) {
        for (var exchange : recording.exchanges()) {
            if (exchange.finished()
                    && exchange.session().equals(page.id())
                    && exchange.response().isPresent()
                    && exchange.response().get().body().isEmpty()
                    && !exchange.url().startsWith("ws:")) {
                try {
                    page.send("Network.getResponseBody", Map.of("requestId", exchange.id()));
                } catch (CommandFailedException gone) {
                    // it had none
                }
            }
        }
    }

    /** What a test says that ends where something is not as it should be; return whether it came to its end. */
    private static boolean shop(CDPSession page, Bazaar bazaar) {
        page.navigate(bazaar.url());
        if (!page.evaluate(DONE, Duration.ofSeconds(30)).asString().equals("done")) {
            return false;
        }
        var expected = List.of(
                "document.querySelector('h1').textContent", "Bazaar",
                "window.seen?.items", "cup 3.00, pot 7.00",
                "window.seen?.user", "Ann",
                "window.seen?.shared", "shared",
                "window.seen?.sum", "6",
                "window.seen?.left", "5",
                "window.seen?.news", "last",
                "window.seen?.hits", "tea",
                "window.seen?.paid", "Thank you!",
                "window.seen?.terms", "All sales are final");
        for (int i = 0; i < expected.size(); i += 2) {
            if (!page.evaluate(expected.get(i)).asString("").equals(expected.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    @AfterAll
    static void print() throws IOException {
        var random = new Random(156);
        var greens = new ArrayList<Recording>();
        for (int i = 0; i < GREENS; i++) {
            greens.add(Recording.read(new Run("", i).file()));
        }
        var learned = new ArrayList<Integer>();
        var single = new ArrayList<Integer>();
        for (int pair = 0; pair < 100; pair++) {
            Collections.shuffle(greens, random);
            var held = greens.get(0);
            learned.add(told("green with three greens", held.diff(greens.get(1), greens.get(2), greens.get(3))));
            single.add(told("green with one green", held.diff(greens.get(1))));
        }
        System.out.printf(
                Locale.ROOT,
                "green against green: no difference in %d of 100 pairs with three greens; with one at most %d, none in %d%n",
                Collections.frequency(learned, 0),
                Collections.max(single),
                Collections.frequency(single, 0));
        judge("faults", Bazaar.FAULTS, greens, random);
        judge("faults that were held out", Bazaar.HELD_OUT, greens, random);
    }

    private static void judge(String what, Map<String, String> faults, List<Recording> greens, Random random)
            throws IOException {
        int found = 0;
        int runs = 0;
        int few = 0;
        for (var fault : new TreeMap<>(faults).entrySet()) {
            int first = 0;
            int most = 0;
            for (int i = 0; i < REPEATS; i++) {
                Collections.shuffle(greens, random);
                var diff = Recording.read(new Run(fault.getKey(), i).file())
                        .diff(greens.get(0), greens.get(1), greens.get(2));
                boolean isFirst = !diff.isEmpty()
                        && Pattern.compile("^(" + fault.getValue() + ")")
                                .matcher(diff.differences().get(0).toString())
                                .find();
                first += isFirst ? 1 : 0;
                most = Math.max(most, diff.differences().size());
                if (!isFirst) {
                    told(fault.getKey() + " " + i, diff);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-20s first in %2d of %d, at most %d differences%n",
                    fault.getKey(),
                    first,
                    REPEATS,
                    most);
            found += first == REPEATS ? 1 : 0;
            runs += first;
            few += most <= 5 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d %s: first in each of %d repeats: %d; runs in which it is first: %d of %d; at most five differences: %d%n",
                faults.size(),
                what,
                REPEATS,
                found,
                runs,
                faults.size() * REPEATS,
                few);
    }

    private static int told(String what, RecordingDiff diff) {
        if (!diff.isEmpty()) {
            System.out.println(what + ": " + diff);
        }
        return diff.differences().size();
    }
}
