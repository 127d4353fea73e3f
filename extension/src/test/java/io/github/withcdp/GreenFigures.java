package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to keep green runs: JVMs of twenty tests each that keep none, that keep their first, and that find three that are fresh, by turns. Prints the figures
 * of {@code extension/BENCHMARKS.md}; takes minutes, and is no part of a build.
 *
 * <p>{@code mvn test -pl extension -Dtest=GreenFigures -Dgreen.rounds=9}
 */
class GreenFigures {

    private static final int ROUNDS = Integer.getInteger("green.rounds", 9);

    @TempDir
    private Path directory;

    /**
     * What a JVM of twenty tests took.
     *
     * @param cpu of all its threads, what compiles its code among them, in ms
     * @param elapsed of the run, in ms
     * @param closing from the last callback of a test to its end, in µs; the median, as what follows
     * @param ofThread the CPU that the thread of the test takes for it, in µs
     */
    private record Cost(long cpu, long elapsed, long closing, long ofThread) {}

    @Test
    void cost_of_keeping() throws IOException, InterruptedException {
        var kept = directory.resolve("kept");
        for (int i = 0; i < 3; i++) {
            run(true, kept);
        }
        var off = new ArrayList<Cost>();
        var first = new ArrayList<Cost>();
        var fresh = new ArrayList<Cost>();
        for (int i = 0; i < ROUNDS; i++) {
            off.add(run(false, directory));
            first.add(run(true, directory.resolve("round-" + i)));
            fresh.add(run(true, kept));
        }
        var sizes = sizes(directory.resolve("round-0"));
        assertThat(sizes).hasSize(GreenJvm.TESTS);
        assertThat(sizes(kept)).hasSize(3 * GreenJvm.TESTS);
        System.out.printf("a green run of these has %,d to %,d bytes%n", sizes.get(0), sizes.get(sizes.size() - 1));
        print("none is kept", off, off);
        print("the first is kept", first, off);
        print("three fresh ones are there", fresh, off);
    }

    private static void print(String what, List<Cost> costs, List<Cost> without) {
        System.out.printf(
                Locale.ROOT,
                "%s: from the last callback of a test to its end %s, CPU of its thread %s; the run %s a test; CPU of the JVM %s a test (s: %s)%n",
                what,
                more(costs, without, Cost::closing, 1e3),
                more(costs, without, Cost::ofThread, 1e3),
                more(costs, without, Cost::elapsed, GreenJvm.TESTS),
                more(costs, without, Cost::cpu, GreenJvm.TESTS),
                costs.stream()
                        .map(each -> String.format(Locale.ROOT, "%.2f", each.cpu / 1e3))
                        .collect(Collectors.joining(", ")));
    }

    private static String more(List<Cost> costs, List<Cost> without, ToLongFunction<Cost> figure, double unit) {
        return String.format(
                Locale.ROOT,
                "%.1f ms (%+.1f)",
                middle(costs, figure) / unit,
                (middle(costs, figure) - middle(without, figure)) / unit);
    }

    private static long middle(List<Cost> costs, ToLongFunction<Cost> figure) {
        var sorted = costs.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Cost run(boolean keep, Path where) throws IOException, InterruptedException {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GreenJvm.class.getName(),
                        Boolean.toString(keep),
                        where.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(jvm.waitFor()).as(said).isZero();
        try (var figures = new Scanner(said.substring(said.lastIndexOf('\n') + 1))) {
            return new Cost(figures.nextLong(), figures.nextLong(), figures.nextLong(), figures.nextLong());
        }
    }

    private static List<Long> sizes(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".gz"))
                    .map(file -> file.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
