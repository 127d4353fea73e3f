package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told without a daemon, and without Testcontainers, in a JVM that has neither. */
class WithoutDockerTests {

    @TempDir
    Path directory;

    @Test
    void a_class_in_a_container_fails_and_says_what_was_tried() throws Exception {
        assertThat(run(classPath(), ContainerTestCase.class))
                .contains("failed: ")
                .contains("The image " + io.github.withcdp.container.ImageOptions.DEFAULT_IMAGE + " needs Docker.")
                .contains("There is no Docker daemon: ")
                .contains("Tried: DOCKER_HOST, which is tcp://127.0.0.1:1.")
                .contains("disabledWithoutDocker = true");
    }

    @Test
    void a_class_that_wants_it_is_skipped() throws Exception {
        assertThat(run(classPath(), SkippedTestCase.class))
                .contains("skipped: There is no Docker daemon: ")
                .doesNotContain("failed: ");
    }

    @Test
    void without_Testcontainers_the_message_says_what_to_add() throws Exception {
        assertThat(run(withoutTestcontainers(), ContainerTestCase.class))
                .contains("failed: ")
                .contains(
                        "needs Testcontainers, which is not on the class path: add org.testcontainers:testcontainers 2.x");
    }

    @Test
    void without_Testcontainers_nobody_is_skipped_for_want_of_Docker() throws Exception {
        assertThat(run(withoutTestcontainers(), SkippedTestCase.class))
                .contains("failed: ")
                .contains("add org.testcontainers:testcontainers 2.x");
    }

    @Test
    void without_Testcontainers_everything_else_works() throws Exception {
        assertThat(run(withoutTestcontainers(), LocalTestCase.class))
                .contains("succeeded: 1")
                .doesNotContain("failed: ");
    }

    @Test
    void without_Testcontainers_the_builder_can_be_compiled_against() throws Exception {
        var source = directory.resolve("Builds.java");
        Files.writeString(source, """
                import io.github.withcdp.WithCDPExtension;

                class Builds {
                    static final WithCDPExtension CDP =
                            WithCDPExtension.builder().image("default").args("--lang=de").build();
                }
                """);

        assertThat(output(List.of(
                        java("javac"),
                        "-Xlint:all,-processing,-classfile,-path",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        withoutTestcontainers(),
                        "-d",
                        directory.toString(),
                        source.toString())))
                .endsWith("ended: 0");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String withoutTestcontainers() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("testcontainers") && !entry.contains("docker-java"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String run(String classPath, Class<?> fixture) throws Exception {
        return output(List.of(
                java("java"), "-cp", classPath, ForkedRun.class.getName(), fixture.getName(), directory.toString()));
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        var printed = directory.resolve("printed");
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
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

    @WithCDP(image = "default")
    static class ContainerTestCase {

        @Test
        void is_never_run(CDPSession page) {}
    }

    @WithCDP(image = "default", disabledWithoutDocker = true)
    static class SkippedTestCase {

        @Test
        void is_never_run(CDPSession page) {}
    }

    @WithCDP
    static class LocalTestCase {

        @Test
        void runs(CDPSession page) {
            page.evaluate("1");
        }
    }
}
