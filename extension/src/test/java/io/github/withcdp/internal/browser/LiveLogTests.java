package io.github.withcdp.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.FixtureRun;
import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.config.LogSelection;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.session.CDPSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class LiveLogTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void has_printed_everything_when_it_is_closed() {
        try (var recorder = MessageRecorder.create()) {
            var log = follow(recorder, out, LogSelection.ALL);
            var message = "{\"method\":\"Page.loadEventFired\",\"params\":{}}".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20_000; i++) {
                recorder.record(
                        Direction.RECEIVED, SessionId.BROWSER, "Page.loadEventFired", 0, message, 0, message.length);
            }
            log.close();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(20_000)
                .allMatch(line -> line.contains("Page.loadEventFired {}"));
    }

    @Test
    void prints_what_came_while_the_output_was_stuck_when_it_was_closed() throws Exception {
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var stuck = new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                began.countDown();
                await(goOn);
                super.println(line);
            }
        };
        try (var recorder = MessageRecorder.create()) {
            var log = follow(recorder, stuck, LogSelection.ALL);
            var message = "{\"method\":\"A.told\"}".getBytes(StandardCharsets.UTF_8);
            recorder.record(Direction.RECEIVED, SessionId.BROWSER, "A.told", 0, message, 0, message.length);
            await(began);
            recorder.record(Direction.RECEIVED, SessionId.BROWSER, "A.told", 0, message, 0, message.length);
            var closing = new Thread(log::close);
            closing.start();
            while (closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait(); // until it waits for the output
            }
            goOn.countDown();
            closing.join();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).hasLineCount(2);
    }

    private static LiveLog follow(MessageRecorder recorder, PrintStream out, LogSelection selection) {
        return LiveLog.follow(
                recorder,
                Redaction.DEFAULT,
                selection,
                new LiveLog.Output(MessageLine.PAYLOAD, out::println, () -> {}));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void marks_what_may_change_and_what_is_going_to_be_removed() {
        try (var recorder = MessageRecorder.create()) {
            var log = follow(recorder, out, LogSelection.ALL);
            for (var method : List.of("Page.loadEventFired", "Page.frameResized", "Schema.getDomains", "Acme.told")) {
                var message = "{\"method\":\"%s\"}".formatted(method).getBytes(StandardCharsets.UTF_8);
                recorder.record(Direction.RECEIVED, SessionId.BROWSER, method, 0, message, 0, message.length);
            }
            for (var params : List.of("{\"sessionId\":\"7\"}", "{\"targetId\":\"7\"}")) {
                var message = "{\"id\":7,\"method\":\"Target.detachFromTarget\",\"params\":%s}"
                        .formatted(params)
                        .getBytes(StandardCharsets.UTF_8);
                recorder.record(
                        Direction.SENT, SessionId.BROWSER, "Target.detachFromTarget", 7, message, 0, message.length);
            }
            log.close();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        stable -> assertThat(stable).doesNotContain("("),
                        experimental -> assertThat(experimental).endsWith(" (experimental)"),
                        deprecated -> assertThat(deprecated).endsWith(" (deprecated)"),
                        unknown -> assertThat(unknown).doesNotContain("("),
                        stable -> assertThat(stable).doesNotContain("("),
                        deprecated -> assertThat(deprecated).endsWith(" (param targetId deprecated)"));
    }

    @Test
    void cannot_be_made_to_print_commands() {
        try (var recorder = MessageRecorder.create()) {
            var log = follow(recorder, out, LogSelection.ALL);
            var message =
                    "{\"method\":\"Runtime.consoleAPICalled\",\"params\":{\"text\":\"a\\n::error::x\\n##[error]x [[ATTACHMENT|/etc/passwd]] \\u001b[2J\u202e\"}}"
                            .getBytes(StandardCharsets.UTF_8);
            recorder.record(
                    Direction.RECEIVED, SessionId.BROWSER, "Runtime.consoleAPICalled", 0, message, 0, message.length);
            log.close();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .endsWith(
                        "{\"text\":\"a\\n::error::x\\n##\\u005berror]x [[ATTACHMENT\\u007c/etc/passwd]] \\u001b[2J\\u202e\"}"
                                + System.lineSeparator());
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void tells_a_conversation_as_it_happens(@TempDir Path reports) {
        var printed = run(reports, "true");

        assertThat(printed.lines())
                .anyMatch(line -> line.matches(" +\\d+\\.\\d{3}  → #\\d+ +@\\w+ Runtime\\.evaluate .*said this.*"))
                .anyMatch(line -> line.matches(" +\\d+\\.\\d{3}  ← #\\d+ +@\\w+ Runtime\\.evaluate .*"))
                .anyMatch(line -> line.matches(" +\\d+\\.\\d{3}  • +@\\w+ Runtime\\.consoleAPICalled .*"))
                .anyMatch(line -> line.contains("Browser.close"));
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void says_nothing_unless_it_is_asked_for(@TempDir Path reports) {
        assertThat(run(reports, "false")).doesNotContain("Runtime.evaluate");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void goes_to_a_file_uncut_and_selected(@TempDir Path reports) throws Exception {
        var file = reports.resolve("new").resolve("cdp.log");
        var options = Map.of(
                "withcdp.log",
                "Runtime.*,-Runtime.executionContext*,session:page",
                "withcdp.log.file",
                file.toString());

        assertThat(run(reports, options)).doesNotContain("Runtime.evaluate");
        run(reports, options);

        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.startsWith("# a browser, from "))
                .hasSize(2);
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("Runtime.consoleAPICalled"))
                .hasSize(2)
                .allMatch(line -> line.length() > MessageLine.PAYLOAD + 200 && line.endsWith("}"));
        assertThat(Files.readString(file))
                .doesNotContain("Page.", "Network.", "Runtime.executionContextCreated", "Target.");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void a_file_alone_gets_everything(@TempDir Path reports) throws Exception {
        var file = reports.resolve("cdp.log");
        run(reports, Map.of("withcdp.log.file", file.toString()));

        assertThat(Files.readString(file)).contains("Page.enable", "Runtime.evaluate", "Browser.close");
    }

    @Test
    void a_file_that_cannot_be_written_is_told(@TempDir Path reports) {
        assertThat(FixtureRun.of(TalkingTestCase.class, reports)
                        .with("withcdp.log.file", reports.toString())
                        .execute()
                        .failure())
                .hasMessageContaining("withcdp.log.file: \"" + reports + "\" cannot be written: ")
                .hasMessageEndingWith("Give a file in a directory in which tests may write.");
    }

    private String run(Path reports, String log) {
        return run(reports, Map.of("withcdp.log", log));
    }

    private String run(Path reports, Map<String, String> options) {
        var before = System.out;
        System.setOut(out);
        try {
            var run = FixtureRun.of(TalkingTestCase.class, reports);
            options.forEach(run::with);
            run.execute().allSucceeded();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @WithCDP
    static class TalkingTestCase {

        @Test
        void talks(CDPSession page) {
            page.evaluate("console.log('said this', 'long '.repeat(100))");
        }
    }
}
