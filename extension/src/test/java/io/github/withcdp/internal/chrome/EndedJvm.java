package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.ProcessSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM, which has launched a browser and is about to end.
 *
 * @param profile that of its browser
 */
record EndedJvm(Process jvm, Path profile) implements AutoCloseable {

    /** The ways in which a JVM ends, with the exit value that tells that it was this one. */
    enum Way {
        KILL(128 + 9),
        HALT(3),
        OUT_OF_MEMORY(1),
        EXIT(4),
        TERM(128 + 15),
        HUP(128 + 1),
        INT_TWICE(128 + 2);

        private final int exitValue;

        Way(int exitValue) {
            this.exitValue = exitValue;
        }
    }

    /** Start a JVM with this directory for what is temporary, and wait until it has its browser. */
    static EndedJvm start(Path temporary, HeadlessMode headless, boolean webSocket) throws IOException {
        // Of a group of processes of its own, as in a terminal; and with signals that nohup and its like would have it
        // ignore.
        var command = List.of(
                "setsid",
                "env",
                "--default-signal=HUP,INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                headless.name(),
                Boolean.toString(webSocket));
        var jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var profile =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (profile == null) {
            throw new AssertionError("The other JVM launched no browser");
        }
        assertThat(BrowserProcesses.naming(Path.of(profile))).isNotEmpty();
        return new EndedJvm(jvm, Path.of(profile));
    }

    /** End it, and wait until it has ended. */
    void end(Way way) throws IOException, InterruptedException {
        switch (way) {
            case KILL -> ProcessSignal.send("KILL", jvm.pid());
            case TERM -> ProcessSignal.send("TERM", jvm.pid());
            case HUP -> ProcessSignal.send("HUP", jvm.pid());
            case INT_TWICE -> { // to its browser as well, as a terminal does
                ProcessSignal.send("INT", -jvm.pid());
                ProcessSignal.send("INT", -jvm.pid());
            }
            case HALT -> tell('h');
            case EXIT -> tell('x');
            case OUT_OF_MEMORY -> tell('m');
        }
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).as("exit value").isEqualTo(way.exitValue);
    }

    /** Do in a directory for what is temporary what the next start does there. */
    static void sweep(Path temporary) throws IOException {
        new ProfileSweep(Files.getOwner(temporary)).sweep(temporary);
    }

    /** Return the files in a directory and below it. */
    static List<Path> files(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.filter(path -> !Files.isDirectory(path)).toList();
        }
    }

    private void tell(char order) throws IOException {
        jvm.getOutputStream().write(order);
        jvm.getOutputStream().flush();
    }

    @Override
    public void close() {
        jvm.destroyForcibly();
    }
}
