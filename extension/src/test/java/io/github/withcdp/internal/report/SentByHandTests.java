package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentByHandTests {

    @Test
    void says_how_many_there_are_and_where() {
        assertThat(SentByHand.NOTHING.sentence()).isEmpty();
        assertThat(new SentByHand(List.of(7L)).sentence())
                .hasValue("1 command was sent by hand from the monitor, and not by the test: message 7.");
        assertThat(new SentByHand(List.of(7L, 12L)).sentence())
                .hasValue("2 commands were sent by hand from the monitor, and not by the test: messages 7, 12.");
        assertThat(new SentByHand(LongStream.range(0, 30).boxed().toList())
                        .sentence()
                        .orElseThrow())
                .startsWith("30 commands were")
                .endsWith(", 18, 19 and so on.");
    }

    @Test
    void is_told_in_all_that_a_report_says_first_and_stays_with_the_recording(@TempDir Path folder) throws IOException {
        try (var recorder = MessageRecorder.create()) {
            var command = "{\"id\":1,\"method\":\"Page.reload\"}".getBytes(UTF_8);
            recorder.record(Direction.SENT, SessionId.BROWSER, "Page.reload", 1, command, 0, command.length);
            var report = FailureReport.of(recorder.recording(MessageFilter.ALL), Redaction.DEFAULT)
                    .with(ReportField.SENT_BY_HAND, new SentByHand(List.of(0L)));
            var sentence = "1 command was sent by hand from the monitor, and not by the test: message 0.";

            var written = new ReportWriter(folder)
                    .write(report, folder.resolve("test"))
                    .directory();
            Recording.read(written.resolve("traffic.jsonl")).writeReport(folder.resolve("again"));

            for (var directory : List.of(written, folder.resolve("again"))) {
                assertThat(Files.readString(directory.resolve("summary.md"))).contains("**" + sentence + "**");
                var page = new WrittenPage(Files.readString(directory.resolve("report.html")));
                assertThat(page.withoutData()).contains(sentence);
                assertThat(page.overview().path("sentByHand").asString("")).isEqualTo(sentence);
                assertThat(page.overview().path("handMessages")).hasToString("[0]");
            }
        }
    }

    @Test
    void explains_nothing_that_the_test_has_done() {
        var recording = new Conversation()
                .command(1, PAGE, 1, "Page.reload", "{}")
                .failure(2, PAGE, 1, "{\"code\":-32000,\"message\":\"No.\"}")
                .command(3, PAGE, 2, "Page.close", "{}")
                .event(4, PAGE, "Page.loadEventFired", "{}")
                .failure(5, PAGE, 2, "{\"code\":-32000,\"message\":\"No.\"}");

        assertThat(new SentByHand(List.of(0L)).leaveOut(recording.messages()))
                .extracting(RecordedMessage::sequence)
                .containsExactly(2L, 3L, 4L);
        assertThat(SentByHand.NOTHING.leaveOut(recording.messages())).hasSize(5);
    }
}
