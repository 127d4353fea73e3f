package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.transport.ChromiumProcess;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Each option of a run, by its effect on the browser. */
class OptionsTests {

    @TempDir
    Path directory;

    private FixtureRun.Outcome run(String key, String value) {
        return FixtureRun.of(TellingTestCase.class, directory.resolve("reports"))
                .with(key, value)
                .execute()
                .allSucceeded();
    }

    @Test
    void headless_chooses_the_shell() {
        assertThat(run("withcdp.headless", "new").told("commandLine"))
                .singleElement()
                .asString()
                .contains("--headless=new");
        var shell = run("withcdp.headless", "shell");
        assertThat(shell.told("commandLine")).singleElement().asString().doesNotContain("--headless=new");
        assertThat(shell.told("commandLine")).singleElement().asString().contains("headless-shell");
    }

    /** Where there is no display such a browser does not start: it is enough to see what would be started. */
    @Test
    void headless_can_be_off() throws IOException {
        var switches = directory.resolve("switches");
        var script = script("#!/bin/sh\necho \"$@\" >> '%s'\n".formatted(switches));

        FixtureRun.of(TellingTestCase.class, directory)
                .with("withcdp.executable", script.toString())
                .with("withcdp.headless", "off")
                .execute();
        assertThat(Files.readString(switches))
                .contains("--remote-debugging-pipe")
                .doesNotContain("--headless");

        FixtureRun.of(TellingTestCase.class, directory)
                .with("withcdp.executable", script.toString())
                .execute();
        assertThat(Files.readString(switches)).contains("--headless=new");
    }

    private Path script(String text) throws IOException {
        var script = Files.createFile(
                directory.resolve("browser"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, text);
    }

    @Test
    void args_reach_the_browser() {
        assertThat(run("withcdp.args", "\"--user-agent=Of This Run\"").told("userAgent"))
                .containsExactly("Of This Run");
    }

    @Test
    void executable_is_what_is_started() throws IOException {
        var mark = directory.resolve("started");
        var script = script("#!/bin/sh\ntouch '%s'\nexec '%s' \"$@\"\n".formatted(mark, ChromiumProcess.executable()));

        run("withcdp.executable", script.toString());

        assertThat(mark).exists();
    }

    @Test
    void transport_is_a_pipe_or_a_WebSocket() {
        var pipe = run("withcdp.transport", "pipe");
        assertThat(pipe.told("endpoint")).containsExactly("none");
        assertThat(pipe.told("commandLine")).singleElement().asString().contains("--remote-debugging-pipe");

        var socket = run("withcdp.transport", "websocket");
        assertThat(socket.told("endpoint")).singleElement().asString().startsWith("ws://127.0.0.1:");
        assertThat(socket.told("commandLine")).singleElement().asString().contains("--remote-debugging-port=0");
    }

    @Test
    void domains_are_enabled() {
        assertThat(run("withcdp.domains", "DOM, Page").told("enabled"))
                .containsExactly("enabled: DOM.enable Page.enable");
        assertThat(run("withcdp.domains", "").told("enabled")).containsExactly("enabled:");
    }

    @Test
    void autoAttach_brings_sessions_with_workers() {
        assertThat(run("withcdp.autoAttach", "true").told("children")).containsExactly("1");
        assertThat(run("withcdp.autoAttach", "false").told("children")).containsExactly("0");
    }

    @Test
    void timeout_limits_a_command() {
        var failure = FixtureRun.of(WaitingTestCase.class, directory)
                .with("withcdp.timeout", "5500 ms")
                .execute()
                .failure();

        assertThat(failure).isInstanceOf(CommandTimeoutException.class).hasMessageContaining("5.5 s");
    }

    @Test
    void launch_timeout_limits_a_launch() throws IOException {
        var script = Files.createFile(
                directory.resolve("browser"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, "#!/bin/sh\nexec sleep 600\n");

        var failures = FixtureRun.of(TwoTestCase.class, directory)
                .with("withcdp.executable", script.toString())
                .with("withcdp.launch.timeout", "300 ms")
                .execute()
                .failures();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy((name, failure) -> assertThat(failure)
                        .hasMessageStartingWith("WithCDP could not open a session for parameter 0")
                        .hasMessageContaining("300 ms"));
    }

    @Test
    void downloads_go_where_they_are_told_to_go() throws IOException {
        var downloads = directory.resolve("downloads");

        FixtureRun.of(DownloadTestCase.class, directory.resolve("reports"))
                .with("withcdp.downloads", downloads.toString())
                .execute()
                .allSucceeded();

        try (var files = Files.list(downloads)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("hello"));
        }
    }

    @Test
    void downloads_are_denied_otherwise() {
        assertThat(FixtureRun.of(DownloadTestCase.class, directory).execute().told("state"))
                .containsExactly("canceled");
    }

    @Test
    void a_browser_that_is_not_there_is_told_once_and_at_once() {
        var failures = FixtureRun.of(TwoTestCase.class, directory)
                .with("withcdp.executable", "/there/is/no/browser")
                .execute()
                .failures();

        assertThat(failures).hasSize(2).allSatisfy((name, failure) -> {
            assertThat(failure)
                    .hasMessageStartingWith("WithCDP could not open a session for parameter 0 (page) of ")
                    .hasMessageContaining("/there/is/no/browser");
            assertThat(failure.getSuppressed()).isEmpty();
        });
    }

    @Test
    void an_unknown_one_is_refused() {
        assertThat(FixtureRun.of(TwoTestCase.class, directory)
                        .with("withcdp.timeout", "soon")
                        .execute()
                        .failure())
                .hasMessageContaining("withcdp.timeout")
                .hasMessageContaining("soon");
    }

    @WithCDP
    static class TellingTestCase {

        @Test
        void tells(CDPSession page, CDPBrowser browser, TestReporter reporter) throws IOException {
            var process = ParameterTests.process(browser);
            reporter.publishEntry(
                    "commandLine",
                    Files.readString(Path.of("/proc/" + process + "/cmdline")).replace('\0', ' '));
            reporter.publishEntry(
                    "userAgent", page.evaluate("navigator.userAgent").asString());
            reporter.publishEntry(
                    "endpoint", browser.endpoint().map(Object::toString).orElse("none"));
            reporter.publishEntry(
                    "enabled",
                    page.recording().commands().stream()
                            .map(RecordedMessage::method)
                            .filter(method -> method.endsWith(".enable"))
                            .collect(Collectors.joining(" ", "enabled: ", ""))
                            .strip());
            page.evaluate("new Promise(done => { window.worker = new Worker('data:text/javascript,postMessage(1)');"
                    + " worker.onmessage = done; }).then(() => 1)");
            reporter.publishEntry("children", Integer.toString(page.children().size()));
        }
    }

    @WithCDP
    static class WaitingTestCase {

        @Test
        void waits(CDPSession page) {
            page.evaluate("new Promise(() => {})");
        }
    }

    @WithCDP
    static class TwoTestCase {

        @Test
        void one(CDPSession page) {}

        @Test
        void two(CDPSession page) {}
    }

    @WithCDP(timeout = "30 s")
    static class DownloadTestCase {

        @Test
        void downloads(CDPSession page, TestReporter reporter) {
            var end = page.await(
                    "Page.downloadProgress",
                    event -> !event.param("/state").asString().equals("inProgress"),
                    () -> page.send(
                            "Runtime.evaluate",
                            Map.of(
                                    "userGesture",
                                    true,
                                    "expression",
                                    "(() => { const a = document.createElement('a'); a.download = 'a.txt';"
                                            + " a.href = URL.createObjectURL(new Blob(['hello'])); a.click(); })()")));
            reporter.publishEntry("state", end.param("/state").asString());
        }
    }
}
