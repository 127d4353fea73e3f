package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of the JDK with another class path, where there is no Docker.
 *
 * @param directory takes what they print and write
 */
record Fork(Path directory) {

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * Run a class of tests; return what {@link ForkedRun} prints.
     *
     * @param options of the JVM
     */
    String run(String classPath, Class<?> fixture, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", classPath, ForkedRun.class.getName(), fixture.getName(), directory.toString()));
        return output("java", arguments.toArray(String[]::new));
    }

    /** Run the compiler, which puts classes into the directory; return what it prints. */
    String compile(String classPath, Path source) throws Exception {
        return output(
                "javac",
                "-Xlint:all,-processing,-classfile,-path",
                "-Werror",
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                directory.toString(),
                source.toString());
    }

    private String output(String program, String... arguments) throws IOException, InterruptedException {
        return output(List.of(), program, arguments);
    }

    /**
     * Run a program of the JDK; return what it prints.
     *
     * @param starter the command that starts it
     */
    String output(List<String> starter, String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        command.addAll(List.of(arguments));
        var printed = directory.resolve("printed");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().put("DOCKER_HOST", "tcp://127.0.0.1:1"); // where nobody listens
        builder.environment().put("HOME", directory.toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed, StandardCharsets.UTF_8).strip() + "\nended: " + process.exitValue();
    }
}
