package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import io.github.withcdp.internal.container.ImageOptions;
import io.github.withcdp.internal.container.NeedsDocker;
import io.github.withcdp.session.CDPSession;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A container that is kept for reuse outlives the run, and serves the next one. */
@NeedsDocker
class ReusedContainerTests {

    private static final String LABEL = "withcdp-reuse-test";

    @TempDir
    Path directory;

    @AfterEach
    void remove() {
        kept().forEach(container -> DockerClientFactory.instance()
                .client()
                .removeContainerCmd(container.getId())
                .withForce(true)
                .exec());
    }

    @Test
    void is_found_again() throws Exception {
        run("true");
        var first = kept();
        run("true");

        assertThat(first).hasSize(1);
        assertThat(kept())
                .extracting(Container::getId)
                .containsExactly(first.get(0).getId());
    }

    @Test
    void is_stopped_where_reuse_is_not_enabled() throws Exception {
        run("false");

        assertThat(kept()).isEmpty();
    }

    private static List<Container> kept() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(LABEL, "yes"))
                .exec();
    }

    private void run(String enabled) throws Exception {
        var printed = new File(directory.toFile(), "printed");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ForkedRun.class.getName(),
                        ReusedTestCase.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed);
        builder.environment().put("TESTCONTAINERS_REUSE_ENABLE", enabled);
        var process = builder.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(printed).content().contains("succeeded: 1");
    }

    static class ReusedTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() -> new GenericContainer<>(ImageOptions.DEFAULT_IMAGE)
                        .withExposedPorts(9222)
                        .withLabel(LABEL, "yes")
                        .withReuse(true))
                .build();

        @Test
        void runs(CDPSession page) {
            page.evaluate("1");
        }
    }
}
