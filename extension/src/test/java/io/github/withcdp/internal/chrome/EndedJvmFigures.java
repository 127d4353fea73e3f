package io.github.withcdp.internal.chrome;

import io.github.withcdp.ProcessSignal;
import io.github.withcdp.internal.util.FileTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;

/**
 * Ends JVMs in all ways by turns, over the pipe and over a WebSocket, and counts what is left of their browsers. Takes more than half an hour, and is no part of a build.
 *
 * <p>{@code mvn verify -pl extension -Pended-jvms -DskipTests [-Dended-jvms=1000]}
 */
final class EndedJvmFigures {

    private EndedJvmFigures() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = Integer.parseInt(args[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var temporary = ShortTempDir.create();
        boolean clean = true;
        for (boolean webSocket : new boolean[] {false, true}) {
            var tallies = new EnumMap<EndedJvm.Way, Tally>(EndedJvm.Way.class);
            var ways = EndedJvm.Way.values();
            for (int run = 0; run < runs; run++) {
                var way = ways[run % ways.length];
                tallies.merge(way, run(temporary, way, webSocket), Tally::and);
            }
            for (var entry : tallies.entrySet()) {
                var tally = entry.getValue();
                clean &= tally.browsers() == 0 && tally.profiles() == 0;
                out.printf(
                        "%-9s  %-13s  %4d JVMs ended, %d browsers left; %d profiles left, %d after a sweep; the last process ended %d ms after its JVM%n",
                        webSocket ? "WebSocket" : "pipe",
                        entry.getKey(),
                        tally.jvms(),
                        tally.browsers(),
                        tally.unswept(),
                        tally.profiles(),
                        tally.slowestMillis());
            }
        }
        FileTree.delete(temporary);
        System.exit(clean ? 0 : 1);
    }

    private static Tally run(Path temporary, EndedJvm.Way way, boolean webSocket)
            throws IOException, InterruptedException {
        try (var other = EndedJvm.start(temporary, HeadlessMode.NEW, webSocket)) {
            other.end(way);
        }
        long ended = System.nanoTime();
        var browsers = BrowserProcesses.leftNaming(temporary);
        long millis = (System.nanoTime() - ended) / 1_000_000;
        browsers.forEach(pid -> ProcessSignal.send("KILL", pid)); // or they would count once more
        int unswept = profiles(temporary);
        EndedJvm.sweep(temporary);
        return new Tally(1, browsers.isEmpty() ? 0 : 1, unswept, profiles(temporary), millis);
    }

    /** Count those with files in them: a helper of a browser may make a folder again that was deleted, which is nobody's loss. */
    private static int profiles(Path directory) throws IOException {
        return (int) EndedJvm.files(directory).stream()
                .map(file -> directory.relativize(file).getName(0))
                .distinct()
                .count();
    }

    private record Tally(int jvms, int browsers, int unswept, int profiles, long slowestMillis) {

        Tally and(Tally other) {
            return new Tally(
                    jvms + other.jvms,
                    browsers + other.browsers,
                    unswept + other.unswept,
                    profiles + other.profiles,
                    Math.max(slowestMillis, other.slowestMillis));
        }
    }
}
