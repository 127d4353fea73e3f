package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.container.Containers;
import io.github.withcdp.internal.container.ImageOptions;
import io.github.withcdp.internal.container.NeedsDocker;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A container that a test configures is used as it is. */
@NeedsDocker
class GivenContainerTests {

    @TempDir
    Path reports;

    @AfterEach
    void no_container_is_left() {
        assertThat(Containers.list()).isEmpty();
    }

    @Test
    void is_started_and_stopped() {
        FixtureRun.of(ConfiguredTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void gives_way_to_an_image_of_the_run() {
        assertThat(FixtureRun.of(ConfiguredTestCase.class, reports)
                        .with("withcdp.image", "default")
                        .execute()
                        .failure())
                .hasMessageContaining("Mine");
    }

    @Test
    void goes_on_if_it_was_running_before() {
        try (var container = chrome()) {
            container.start();
            RunningTestCase.container = container;

            FixtureRun.of(RunningTestCase.class, reports).execute().allSucceeded();

            assertThat(container.isRunning()).isTrue();
        }
    }

    @Test
    void must_say_where_its_browser_answers() {
        assertThat(FixtureRun.of(PortlessTestCase.class, reports).execute().failure())
                .hasMessageContaining("The container that was given exposes no port")
                .hasMessageContaining("withExposedPorts(9222)");
    }

    @Test
    void must_be_one() {
        assertThat(FixtureRun.of(NothingTestCase.class, reports).execute().failure())
                .hasMessageContaining("the supplier returned no GenericContainer");
    }

    @Test
    void is_told_with_the_words_of_the_daemon_if_it_cannot_be_started() {
        assertThat(FixtureRun.of(WrongProgramTestCase.class, reports).execute().failure())
                .hasMessageContaining("could not be started")
                .hasMessageContaining("no-such-program");
    }

    /** Only the first answer has the second: how long a busy daemon takes to start a container is another limit's. */
    @Test
    void is_given_up_if_its_browser_cannot_be_reached() {
        assertThat(FixtureRun.of(UnreachableTestCase.class, reports)
                        .with("withcdp.launch.timeout", "1 s")
                        .execute()
                        .failure())
                .hasMessageContaining("did not answer at port 9222 of the container within 1 s. ")
                .hasMessageContaining("the image needs a forwarder in front of it")
                .hasMessageContaining("with withcdp.launch.timeout");
    }

    private static GenericContainer<?> chrome() {
        return new GenericContainer<>(ImageOptions.DEFAULT_IMAGE).withExposedPorts(9222);
    }

    static class ConfiguredTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() -> chrome().withSharedMemorySize(1L << 30).withCommand("--user-agent=Mine"))
                .build();

        @Test
        void shows_a_page(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Mine");
        }
    }

    static class RunningTestCase {

        static volatile @Nullable GenericContainer<?> container;

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() -> Objects.requireNonNull(container))
                .build();

        @Test
        void shows_a_page(CDPSession page) {
            page.navigate("data:text/html,<title>Hello</title>");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Hello");
        }
    }

    static class PortlessTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() -> new GenericContainer<>(ImageOptions.DEFAULT_IMAGE))
                .build();

        @Test
        void is_never_run(CDPSession page) {}
    }

    static class NothingTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(GivenContainerTests::nothing)
                .build();

        @Test
        void is_never_run(CDPSession page) {}
    }

    @SuppressWarnings("NullAway") // what a test may do, although it must not
    private static GenericContainer<?> nothing() {
        return null;
    }

    static class WrongProgramTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() ->
                        chrome().withCreateContainerCmdModifier(command -> command.withEntrypoint("no-such-program")))
                .build();

        @Test
        void is_never_run(CDPSession page) {}
    }

    static class UnreachableTestCase {

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .container(() -> new GenericContainer<>("withcdp-test/unreachable:1")
                        .withExposedPorts(9222)
                        .waitingFor(new NoWait()))
                .build();

        @Test
        void is_never_run(CDPSession page) {}
    }

    /** Testcontainers would wait for the port of a container that it is asked to start. */
    private static final class NoWait extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {}
    }
}
