package io.github.withcdp;

import io.github.withcdp.internal.util.FileTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A thousand tests in fifty classes, eight at a time in one JVM, in which something goes wrong at random. Prints what the JVM holds whenever five more classes
 * are over, and fails if that grows, a message was lost or went to somebody else, or a failure was told of another test. Takes minutes, and is no part of a build.
 *
 * <p>{@code mvn -pl extension -Psoak verify -DskipTests [-Dsoak.tests=1000] [-Dsoak.seed=…]}
 */
final class SoakFigures {

    private static final int CLASSES_AT_A_TIME = 5;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long began = System.nanoTime();
    private final List<SoakSample> samples = new ArrayList<>();

    private SoakFigures() {}

    /** Run it: the number of tests, and a seed. */
    public static void main(String[] args) throws Exception {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        boolean clean = new SoakFigures().run(Math.max(1, Integer.parseInt(args[0]) / SoakTestCase.TESTS), seed);
        System.exit(clean ? 0 : 1); // whatever has not ended
    }

    private boolean run(int count, long seed) throws Exception {
        out.println("-Dsoak.seed=" + seed);
        var directory = Files.createTempDirectory("soak");
        var parameters = Map.of(
                "withcdp.green", "true",
                "withcdp.reports.dir", directory.resolve("reports").toString(),
                "withcdp.green.dir", directory.resolve("green").toString());
        boolean clean;
        try (var run = SoakRun.begin(seed);
                var session = LauncherFactory.openSession()) {
            var classes = SoakRun.classes(count, directory);
            out.println("tests     s  threads  ours  handles  files  browsers  heap, MB");
            look(run);
            for (int from = 0; from < count; from += CLASSES_AT_A_TIME) {
                run.execute(session, classes.subList(from, Math.min(count, from + CLASSES_AT_A_TIME)), parameters);
                look(run);
            }
            run.happened().forEach((fault, tests) -> out.println(fault + ": " + tests));
            run.problems().forEach(out::println);
            clean = run.problems().isEmpty() && run.ended() == count * SoakTestCase.TESTS;
        }
        FileTree.delete(directory);
        return isLevel() && clean;
    }

    private void look(SoakRun run) throws IOException {
        var sample = SoakSample.atRest(samples.isEmpty() ? 0 : samples.get(0).ours());
        samples.add(sample);
        out.printf(
                Locale.ROOT,
                "%5d  %4d  %7d  %4d  %7d  %5d  %8d  %8.1f%n",
                run.ended(),
                (System.nanoTime() - began) / 1_000_000_000,
                sample.threads(),
                sample.ours(),
                sample.handles(),
                sample.files(),
                sample.browsers(),
                sample.heap() / 1024.0);
    }

    /** The first of all is of a JVM that has done nothing yet. */
    private boolean isLevel() {
        var first = samples.get(Math.min(1, samples.size() - 1));
        var last = samples.get(samples.size() - 1);
        // All of them, so that all that have grown are told.
        return Stream.of(
                        isLevel("threads", first.threads(), last.threads(), 4),
                        isLevel("threads of ours", 0, last.ours(), 0),
                        isLevel("handles", first.handles(), last.handles(), 4),
                        isLevel("files", 0, last.files(), 0),
                        isLevel("browsers", 0, last.browsers(), 0),
                        isLevel("kB of heap", first.heap(), last.heap(), 4 * 1024))
                .allMatch(level -> level);
    }

    private boolean isLevel(String what, long first, long last, long more) {
        boolean isLevel = last <= first + more;
        if (!isLevel) {
            out.printf("%s have grown from %d to %d%n", what, first, last);
        }
        return isLevel;
    }
}
