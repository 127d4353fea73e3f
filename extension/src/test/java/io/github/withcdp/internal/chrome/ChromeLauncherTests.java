package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With programs that only pretend to be browsers. */
class ChromeLauncherTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path programs;

    @TempDir(factory = ShortTempDir.class)
    Path temporary;

    private ChromeLauncher launcher;

    @BeforeEach
    void createLauncher() {
        launcher = new ChromeLauncher(OperatingSystem.LINUX, ChromeFinder.ofThisMachine(), temporary);
    }

    @AfterEach
    void nothing_is_left_behind() {
        BrowserProcesses.awaitNoneNaming(temporary);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void starts_a_program_with_any_name_and_our_switches() throws IOException {
        try (var chrome =
                launch("printf '%s\\n' \"$TMPDIR\" \"$@\" >&2\n" + FakeBrowser.ANSWER + "cat <&3 >/dev/null\n")) {
            assertThat(chrome.isAlive()).isTrue();
            assertThat(chrome.webSocketUrl()).isEmpty();
            assertThat(chrome.exitStatus(Duration.ZERO)).isEmpty();
            assertThat(chrome.commandLine())
                    .startsWith(chrome.executable().toString())
                    .contains("--remote-debugging-pipe", "--user-data-dir=" + chrome.profile())
                    .doesNotContain("--remote-debugging-port=0");
            assertThat(chrome.pid()).isPositive();

            chrome.toChrome().close();

            assertThat(chrome.exitStatus(LONG)).contains("exit status 0");
            assertThat(chrome.output().lines())
                    .startsWith(chrome.profile().resolveSibling("t").toString())
                    .endsWith(chrome.commandLine()
                            .subList(1, chrome.commandLine().size())
                            .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_end_during_the_launch_comes_with_status_hint_and_last_words(boolean webSocket) throws IOException {
        refuses("echo noise >&2; echo 'Missing X server or $DISPLAY' >&2; exit 1", LONG, webSocket)
                .withMessageContaining("it ended before it answered (exit status 1).\nA browser with a window needs a"
                        + " display. Use headless = NEW, or start the tests with xvfb-run.\nIt printed:\n  noise\n"
                        + "  Missing X server or $DISPLAY");
    }

    @Test
    void an_end_by_a_signal_is_named() throws IOException {
        refuses("kill -9 $$", LONG, false)
                .withMessageContaining("(ended by signal 9 (SIGKILL)).")
                .withMessageEndingWith("\nIt printed nothing.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silence_is_not_waited_for_longer_than_the_limit(boolean webSocket) throws IOException {
        refuses("echo thinking >&2; exec sleep 1000", SHORT, webSocket)
                .withMessageContaining("no answer within 300 ms")
                .withMessageContaining("withcdp.launch.timeout")
                .withMessageEndingWith("It printed:\n  thinking");
    }

    @Test
    void half_a_port_file_is_not_enough() throws IOException {
        refuses(
                        "for a; do case $a in --user-data-dir=*) echo 1234 > \"${a#*=}/DevToolsActivePort\";; esac; done;"
                                + " exec sleep 1000",
                        SHORT,
                        true)
                .withMessageContaining("no answer within 300 ms");
    }

    @Test
    void what_closes_the_pipe_and_runs_on_is_no_Chrome() throws IOException {
        refuses("exec 3<&- 4>&-; exec sleep 1000", LONG, false)
                .withMessageContaining("it runs, but is no Chrome that can be spoken to over a pipe");
    }

    @Test
    void a_program_that_the_system_cannot_start_is_explained() throws IOException {
        var program = FakeBrowser.write(programs, "");
        Files.writeString(program, "#!/nowhere/at/all\n");

        assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() ->
                        PipeGreeting.answered(launcher.launch(LaunchOptions.DEFAULTS.withExecutable(program)), LONG))
                .withMessageContaining("(exit status 127)");
    }

    @Test
    void a_flood_of_output_is_taken_and_heard() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        var last = new CountDownLatch(1);
        var program = FakeBrowser.write(
                programs,
                "head -c 2000000 /dev/zero | tr '\\0' 'x' >&2\necho >&2\necho last >&2\n"
                        + FakeBrowser.ANSWER
                        + "cat <&3 >/dev/null\n");

        try (var chrome = launcher.launch(LaunchOptions.DEFAULTS.withExecutable(program), line -> {
            heard.add(line);
            if (line.equals("last")) {
                last.countDown();
            }
        })) {
            assertThat(last.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(heard).hasSize(2);
            assertThat(chrome.lastOutput(1)).containsExactly("… (1 earlier lines left out)", "last");
        }
    }

    @Test
    void one_that_minds_nothing_is_killed_with_all_below_it() throws IOException {
        var chrome = launch(
                "trap '' TERM\nsh -c 'sleep 1000; :' \"$TMPDIR\" &\n" + FakeBrowser.ANSWER + "wait; sleep 1000\n");

        chrome.close(new EndLimits(SHORT, SHORT, SHORT, LONG, LONG));

        assertThat(chrome.exitStatus(Duration.ZERO)).contains("ended by signal 9 (SIGKILL)");
        assertThat(chrome.isAlive()).isFalse();
    }

    @Test
    void a_stuck_writer_does_not_hold_up_the_end() throws Exception {
        var chrome = launch(FakeBrowser.ANSWER + "exec sleep 1000\n");
        var writing = new CountDownLatch(1);
        var writer = new Thread(() -> {
            writing.countDown();
            try {
                chrome.toChrome().write(new byte[1 << 20]); // more than the pipe takes
            } catch (IOException e) {
                // The browser is gone.
            }
        });
        writer.setDaemon(true);
        writer.start();
        assertThat(writing.await(30, TimeUnit.SECONDS)).isTrue();

        chrome.close(new EndLimits(Duration.ZERO, SHORT, LONG, LONG, LONG));

        assertThat(chrome.exitStatus(Duration.ZERO)).contains("ended by signal 15 (SIGTERM)");
        writer.join(LONG.toMillis());
        assertThat(writer.isAlive()).isFalse();
    }

    @Test
    void a_request_to_close_that_fails_is_not_waited_for() throws IOException {
        var chrome = launch(FakeBrowser.ANSWER + "cat <&3 >/dev/null\nexit 7\n");

        chrome.close(() -> {
            throw new IOException("on purpose");
        });

        assertThat(chrome.exitStatus(Duration.ZERO)).contains("exit status 7");
    }

    @Test
    void an_interrupt_hurries_the_end_and_is_kept() throws IOException {
        var chrome = launch(FakeBrowser.ANSWER + "cat <&3 >/dev/null\n");

        Thread.currentThread().interrupt();
        chrome.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(chrome.isAlive()).isFalse();
    }

    @Test
    void an_interrupt_ends_the_launch() throws IOException {
        var program = FakeBrowser.write(programs, "exec sleep 1000\n");

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() -> launcher.launch(
                        LaunchOptions.DEFAULTS.withExecutable(program).withWebSocket(true)))
                .withMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_temporary_directory_that_is_missing_is_named() throws IOException {
        var program = FakeBrowser.write(programs, "");
        var nowhere =
                new ChromeLauncher(OperatingSystem.LINUX, ChromeFinder.ofThisMachine(), temporary.resolve("nowhere"));

        assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() -> nowhere.launch(LaunchOptions.DEFAULTS.withExecutable(program)))
                .withMessageContaining("no profile directory can be made in " + temporary.resolve("nowhere"))
                .withMessageContaining("-Djava.io.tmpdir");
    }

    private LaunchedChrome launch(String script) throws IOException {
        return PipeGreeting.answered(
                launcher.launch(LaunchOptions.DEFAULTS.withExecutable(FakeBrowser.write(programs, script))), LONG);
    }

    private ThrowableAssertAlternative<ChromeUnavailableException> refuses(
            String script, Duration limit, boolean webSocket) throws IOException {
        var program = FakeBrowser.write(programs, script);
        var options =
                LaunchOptions.DEFAULTS.withExecutable(program).withLimit(limit).withWebSocket(webSocket);
        return assertThatExceptionOfType(ChromeUnavailableException.class)
                .isThrownBy(() -> {
                    var chrome = launcher.launch(options);
                    if (!webSocket) {
                        PipeGreeting.answered(chrome, limit);
                    }
                })
                .withMessageStartingWith("Cannot launch " + program + ": ");
    }
}
