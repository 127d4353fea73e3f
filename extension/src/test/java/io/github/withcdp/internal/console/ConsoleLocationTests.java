package io.github.withcdp.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a console. */
class ConsoleLocationTests {

    private static final String SUREFIRE =
            "/project/target/surefire/surefirebooter-1.jar /project/target/surefire 1-jvmRun1 2";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "TRUE", "yes", "github"})
    void there_is_none_in_CI(String ci) {
        assertThat(ConsoleLocation.in(new TerminalEnvironment(
                                ci, "com.intellij.rt.junit.JUnitStarter x", device(), false, true))
                        .absence())
                .hasValue("these tests run in CI (the environment variable CI is set), where nobody presses Enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false", "False", "0"})
    void CI_can_be_switched_off(String ci) {
        assertThat(ConsoleLocation.in(new TerminalEnvironment(ci, SUREFIRE, device(), false, false)))
                .isEqualTo(new ConsoleLocation.Device(device()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.intellij.rt.junit.JUnitStarter -ideVersion5 -junit5",
                "com.intellij.rt.execution.CommandLineWrapper /tmp/classpath",
                "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner -version 3",
                "com.microsoft.java.test.runner.Launcher"
            })
    void an_IDE_passes_on_what_one_types(String mainClass) {
        assertThat(ConsoleLocation.in(new TerminalEnvironment("", mainClass, nothing(), false, false)))
                .isEqualTo(new ConsoleLocation.StandardStreams());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SUREFIRE, "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor 1'"})
    void the_standard_input_of_a_build_tool_is_never_read(String mainClass) {
        assertThat(ConsoleLocation.in(new TerminalEnvironment("", mainClass, device(), false, false)))
                .isEqualTo(new ConsoleLocation.Device(device()));
        assertThat(ConsoleLocation.in(new TerminalEnvironment("", mainClass, nothing(), false, false))
                        .absence())
                .hasValue(
                        "no console is attached: run the tests from a terminal, without a daemon in between, or in an IDE");
    }

    @Test
    void a_build_in_the_background_would_be_stopped_by_reading() {
        assertThat(ConsoleLocation.in(new TerminalEnvironment("", SUREFIRE, device(), true, false))
                        .absence())
                .hasValue("the build runs in the background of its terminal; bring it to the foreground (fg)");
        assertThat(TerminalEnvironment.isInBackground("17 (a b) c) S 1 17 1 34816 17 4194304"))
                .isFalse();
        assertThat(TerminalEnvironment.isInBackground("17 (a b) c) S 1 17 1 34816 12 4194304"))
                .isTrue();
        assertThat(TerminalEnvironment.isInBackground("nonsense")).isFalse();
    }

    @Test
    void the_standard_streams_may_be_the_terminal_where_there_is_no_device() {
        assertThat(ConsoleLocation.in(new TerminalEnvironment("", "com.acme.Main", nothing(), false, true)))
                .isEqualTo(new ConsoleLocation.StandardStreams());
    }

    private static Path device() {
        return Path.of("/dev/null");
    }

    private Path nothing() {
        return folder.resolve("tty");
    }
}
