package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a browser whose JVM ends without having closed it. */
class KilledJvmTests {

    @TempDir(factory = ShortTempDir.class)
    Path temporary;

    @ParameterizedTest
    @CsvSource({"NEW, false", "NEW, true", "SHELL, false", "SHELL, true"})
    void the_browser_of_a_killed_JVM_ends_by_itself_and_its_profile_is_swept(HeadlessMode headless, boolean webSocket)
            throws Exception {
        try (var other = start(headless, webSocket)) {
            sweep();
            assertThat(other.profile()).as("the profile of a JVM that lives").exists();

            other.jvm().destroyForcibly();
            other.exitValue();
        }

        BrowserProcesses.awaitNoneNaming(temporary);
        sweep();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void halt_runs_no_hooks_and_does_not_matter_either() throws Exception {
        try (var other = start(HeadlessMode.NEW, true)) {
            other.tell('h');
            assertThat(other.exitValue()).isEqualTo(3);
        }

        BrowserProcesses.awaitNoneNaming(temporary);
        sweep();
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"NEW, false", "SHELL, true"})
    void exit_leaves_nothing_for_the_sweep(HeadlessMode headless, boolean webSocket) throws Exception {
        try (var other = start(headless, webSocket)) {
            other.tell('x');
            assertThat(other.exitValue()).isEqualTo(4);
        }

        assertThat(BrowserProcesses.naming(temporary)).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    private record Other(Process jvm, Path profile) implements AutoCloseable {

        void tell(char order) throws IOException {
            jvm.getOutputStream().write(order);
            jvm.getOutputStream().flush();
        }

        int exitValue() throws InterruptedException {
            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return jvm.exitValue();
        }

        @Override
        public void close() {
            jvm.destroyForcibly();
        }
    }

    private Other start(HeadlessMode headless, boolean webSocket) throws IOException {
        var jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        headless.name(),
                        Boolean.toString(webSocket))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var profile =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (profile == null) {
            throw new AssertionError("The other JVM launched no browser");
        }
        assertThat(BrowserProcesses.naming(Path.of(profile))).isNotEmpty();
        return new Other(jvm, Path.of(profile));
    }

    private void sweep() throws IOException {
        new ProfileSweep(Files.getOwner(temporary)).sweep(temporary);
    }
}
