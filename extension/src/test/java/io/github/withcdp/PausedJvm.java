package io.github.withcdp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM that runs a class of tests, as somebody starts it, and somebody who reads what it prints and presses keys. */
final class PausedJvm implements AutoCloseable {

    private static final String END = "the output is over";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private PausedJvm(ProcessBuilder builder, String ci) throws IOException {
        builder.environment().remove("CI");
        if (!ci.isEmpty()) {
            builder.environment().put("CI", ci);
        }
        builder.environment().put("SHELL", "/bin/sh"); // which script uses
        process = builder.redirectErrorStream(true).start();
        var reader = new Thread(this::read, "paused-jvm");
        reader.setDaemon(true);
        reader.start();
    }

    /** Start it in a terminal of its own, where the keyboard is also its standard input. */
    static PausedJvm inTerminal(Path folder, Class<?> tests, String ci, String... settings) throws IOException {
        return new PausedJvm(terminal(command(folder, tests, settings)), ci);
    }

    /** Start it in a terminal, as a build tool that speaks to it over its standard input. */
    static PausedJvm belowBuildTool(Path folder, Class<?> tests, String... settings) throws IOException {
        return new PausedJvm(terminal("echo of the build tool | " + command(folder, tests, settings)), "");
    }

    /** Start it without a terminal. */
    static PausedJvm withoutTerminal(Path folder, Class<?> tests, String... settings) throws IOException {
        return new PausedJvm(
                new ProcessBuilder("setsid", "--wait", "/bin/sh", "-c", command(folder, tests, settings)), "");
    }

    private static ProcessBuilder terminal(String command) {
        return new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null");
    }

    private static String command(Path folder, Class<?> tests, String... settings) throws IOException {
        var arguments = Files.createTempFile(folder, "java", ".args");
        Files.write(
                arguments,
                List.of(
                        "-cp",
                        '"' + System.getProperty("java.class.path").replace("\\", "\\\\") + '"',
                        PausedJvm.class.getName(),
                        tests.getName(),
                        folder.toString(),
                        String.join(" ", settings)));
        return "'%s' '@%s'".formatted(Path.of(System.getProperty("java.home"), "bin", "java"), arguments);
    }

    /** What the JVM does. */
    public static void main(String[] args) throws Exception {
        var run = FixtureRun.of(Class.forName(args[0]), Path.of(args[1]));
        for (int i = 2; i < args.length; i++) {
            var setting = args[i].split("=", 2);
            run.with(setting[0], setting[1]);
        }
        var outcome = run.execute();
        System.out.println("succeeded: " + outcome.succeeded());
        System.out.println("failed: " + outcome.failures().keySet());
        if (System.in.available() > 0) {
            System.out.println(
                    "nobody has read: " + new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        System.exit(0);
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            // It has ended, or been ended.
        }
        lines.add(END);
    }

    /** Return the first line that begins with this, waiting for it; those before it are gone then. */
    String line(String beginning) throws InterruptedException {
        var before = new StringBuilder();
        while (true) {
            var line = lines.poll(120, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("It never printed \"%s\", but:%n%s".formatted(beginning, before));
            }
            if (line.startsWith(beginning)) {
                return line;
            }
            before.append(line).append('\n');
        }
    }

    /** Type a line into the terminal. */
    void type(String text) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    @Override
    public void close() {
        try {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
