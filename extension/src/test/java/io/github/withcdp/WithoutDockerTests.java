package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told without a daemon, and without Testcontainers, in a JVM that has neither. */
class WithoutDockerTests {

    @TempDir
    Path directory;

    @Test
    void a_class_in_a_container_fails_and_says_what_was_tried() throws Exception {
        assertThat(new Fork(directory).run(Fork.classPath(), ContainerTestCase.class))
                .contains("failed: ")
                .contains("The image " + io.github.withcdp.internal.container.ImageOptions.DEFAULT_IMAGE
                        + " needs Docker.")
                .contains("There is no Docker daemon: ")
                .contains("Tried: DOCKER_HOST, which is tcp://127.0.0.1:1.")
                .contains("disabledWithoutDocker = true");
    }

    @Test
    void a_class_that_wants_it_is_skipped() throws Exception {
        assertThat(new Fork(directory).run(Fork.classPath(), SkippedTestCase.class))
                .contains("skipped: There is no Docker daemon: ")
                .doesNotContain("failed: ");
    }

    @Test
    void without_Testcontainers_the_message_says_what_to_add() throws Exception {
        assertThat(new Fork(directory).run(withoutTestcontainers(), ContainerTestCase.class))
                .contains("failed: ")
                .contains(
                        "needs Testcontainers, which is not on the class path: add org.testcontainers:testcontainers 2.x");
    }

    @Test
    void without_Testcontainers_a_class_that_wants_it_is_skipped_and_says_what_to_add() throws Exception {
        assertThat(new Fork(directory).run(withoutTestcontainers(), SkippedTestCase.class))
                .contains(
                        "skipped: A browser in a container needs Testcontainers, which is not on the class path: add org.testcontainers:testcontainers 2.x")
                .doesNotContain("failed: ");
    }

    @Test
    void without_Testcontainers_everything_else_works() throws Exception {
        assertThat(new Fork(directory).run(withoutTestcontainers(), LocalTestCase.class))
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

        assertThat(new Fork(directory).compile(withoutTestcontainers(), source)).endsWith("ended: 0");
    }

    private static String withoutTestcontainers() {
        return Arrays.stream(Fork.classPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("testcontainers") && !entry.contains("docker-java"))
                .collect(Collectors.joining(File.pathSeparator));
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
