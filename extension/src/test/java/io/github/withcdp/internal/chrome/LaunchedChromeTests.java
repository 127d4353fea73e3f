package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the browsers of this machine. */
class LaunchedChromeTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir(factory = ShortTempDir.class)
    Path temporary;

    @AfterEach
    void nothing_is_left_behind() {
        BrowserProcesses.awaitNoneNaming(temporary);
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHELL"})
    void answers_over_the_pipe(HeadlessMode headless) throws Exception {
        var chrome = started(LaunchOptions.DEFAULTS.withHeadless(headless));

        assertThat(PipeGreeting.exchange(chrome.toChrome(), chrome.fromChrome()).get(30, TimeUnit.SECONDS))
                .contains("\"product\":", "Chrome/");
        assertThat(chrome.webSocketUrl()).isEmpty();
        assertThat(BrowserProcesses.naming(temporary)).contains(chrome.pid());

        chrome.close(() -> {
            var command = "{\"id\":2,\"method\":\"Browser.close\"}\0";
            chrome.toChrome().write(command.getBytes(StandardCharsets.US_ASCII));
            chrome.toChrome().flush();
        });

        assertThat(chrome.exitStatus(Duration.ZERO)).contains("exit status 0");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHELL"})
    void answers_at_its_port(HeadlessMode headless) throws Exception {
        try (var chrome = launch(LaunchOptions.DEFAULTS.withHeadless(headless).withWebSocket(true))) {
            var url = chrome.webSocketUrl().orElseThrow();

            assertThat(url.toString()).matches("ws://127\\.0\\.0\\.1:\\d+/devtools/browser/[-0-9a-f]+");
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream()
                        .write("GET /json/version HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200 OK");
            }
            assertThatIllegalStateException().isThrownBy(chrome::fromChrome).withMessageContaining("connect to " + url);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "SHELL"})
    void ends_at_the_end_of_its_pipe_though_it_is_spoken_to_at_a_port(HeadlessMode headless) {
        var chrome = launch(LaunchOptions.DEFAULTS.withHeadless(headless).withWebSocket(true));

        chrome.close(new EndLimits(Duration.ZERO, LONG, LONG, LONG, LONG));

        assertThat(chrome.exitStatus(Duration.ZERO)).contains("exit status 0"); // not by a signal
    }

    @Test
    void closing_twice_is_the_same_as_once() {
        var chrome = launch(LaunchOptions.DEFAULTS);

        chrome.close();
        chrome.close();
        chrome.close(() -> {
            throw new AssertionError("asked a browser that is closed");
        });

        assertThat(chrome.isAlive()).isFalse();
    }

    @Test
    void tells_what_killed_it() {
        var chrome = launch(LaunchOptions.DEFAULTS);

        assertThat(ProcessHandle.of(chrome.pid()).orElseThrow().destroyForcibly())
                .isTrue();

        assertThat(chrome.exitStatus(LONG)).contains("ended by signal 9 (SIGKILL)");
        chrome.close();
    }

    @Test
    void says_why_the_sandbox_is_off() {
        try (var chrome = launch(LaunchOptions.DEFAULTS.withArgs(List.of("--no-sandbox")))) {
            assertThat(chrome.sandboxOff()).contains("args contain --no-sandbox");
            assertThat(chrome.commandLine()).containsOnlyOnce("--no-sandbox");
        }
    }

    private LaunchedChrome launch(LaunchOptions options) {
        var chrome = started(options);
        return options.webSocket() ? chrome : PipeGreeting.answered(chrome, LONG);
    }

    private LaunchedChrome started(LaunchOptions options) {
        return new ChromeLauncher(OperatingSystem.LINUX, ChromeFinder.ofThisMachine(), temporary).launch(options);
    }
}
