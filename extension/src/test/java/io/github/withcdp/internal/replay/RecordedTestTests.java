package io.github.withcdp.internal.replay;

import static io.github.withcdp.internal.replay.WrittenRecording.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.recording.UnusableRecordingException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTestTests {

    private static final String HEADER = WrittenRecording.header(1, "");

    @TempDir
    Path folder;

    private void isRefused(String text, String because) {
        var file = WrittenRecording.write(folder, text);

        assertThatThrownBy(() -> RecordedTest.read(file))
                .isInstanceOf(UnusableRecordingException.class)
                .hasMessage(
                        "The recording %s cannot be replayed, because it %s",
                        file, because.replace("FILE", file.toString()));
    }

    @Test
    void refuses_what_is_no_recording() {
        isRefused("", "cannot be read: FILE is empty, and so not a recording; the traffic.jsonl of a report is one");
    }

    @Test
    void refuses_another_version_of_the_format() {
        isRefused(
                HEADER.replace("\"version\":1", "\"version\":2"),
                "cannot be read: FILE, line 1: the recording has version 2 of the format, and this WithCDP reads versions up to 1; read it with the WithCDP that wrote it, or a newer one");
    }

    @Test
    void refuses_a_line_that_is_none() {
        isRefused(HEADER + "\n{\"sequence\":0,\n", "cannot be read: FILE, line 2: it is not a JSON object");
    }

    @Test
    void refuses_a_file_that_was_cut_off() {
        isRefused(
                HEADER + "\n{\"sequence\":0,",
                "is not complete: FILE was cut off while it was written: only 0 of its messages are there. Nobody knows what the browser said then: take the recording of another run");
    }

    @Test
    void refuses_a_recording_that_lacks_messages() {
        isRefused(
                HEADER.replace("\"incompleteBecause\":\"\"", "\"incompleteBecause\":\"the disk was full\"") + "\n"
                        + WrittenRecording.withPage().lines().get(0) + "\n",
                "is not complete: the disk was full. Nobody knows what the browser said then: take the recording of another run");
    }

    @Test
    void refuses_a_recording_that_does_not_say_whose_it_is() {
        isRefused(
                "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"\",\"started\":\"2026-11-29T22:00:00Z\",\"messages\":0}\n",
                "was written by Recording.writeTo, and does not say of which test and which pages it is: take the traffic.jsonl of a report");
    }

    @Test
    void refuses_a_recording_without_a_page() {
        isRefused(
                HEADER.replace("\"messages\":1", "\"messages\":0") + "\n",
                "has no messages: there is nothing to be replayed. Take the recording of a run in which the test talked to its page");
    }

    @Test
    void refuses_a_recording_of_Node_js() {
        isRefused(
                HEADER.replace(PAGE, "") + "\n"
                        + WrittenRecording.withPage().lines().get(0) + "\n",
                "is of a connection to one target alone, of Node.js for example, of which only browsers can be replayed");
    }

    @Test
    void takes_no_time_that_there_cannot_be_for_the_end_of_a_test() {
        var lines = WrittenRecording.withPage().lines();
        var header = WrittenRecording.header(lines.size(), ",\"failedAt\":99999999999999999999");
        var file = WrittenRecording.write(folder, header + "\n" + String.join("\n", lines) + "\n");

        assertThat(RecordedTest.read(file).endedAt()).isEmpty();
    }

    @Test
    void makes_up_how_a_page_was_made_before_its_test() {
        var recording = new WrittenRecording().asked(PAGE, "Page.enable", "{}", "{}");
        try (var test = ReplayedTest.of(recording.in(folder))) {
            var context = test.ask("", "Target.createBrowserContext", "{}").replaceAll(".*\"(\\w{32})\".*", "$1");
            assertThat(test.ask("", "Browser.setDownloadBehavior", "{\"browserContextId\":\"%s\"}".formatted(context)))
                    .isEqualTo("\"result\":{}");
            test.say(
                    "",
                    "Target.createTarget",
                    "{\"url\":\"about:blank\",\"browserContextId\":\"%s\"}".formatted(context));

            assertThat(test.hear())
                    .isEqualTo(
                            "{\"method\":\"Target.attachedToTarget\",\"params\":{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\",\"title\":\"\",\"url\":\"about:blank\",\"attached\":true,\"canAccessOpener\":false,\"browserContextId\":\"%s\"},\"waitingForDebugger\":false}}"
                                    .formatted(PAGE, context));
            assertThat(test.hear()).contains("\"result\":{\"targetId\":\"T1\"}");
            assertThat(test.ask(PAGE, "Page.enable", "{}")).isEqualTo("\"result\":{}");

            test.say(
                    "",
                    "Target.createTarget",
                    "{\"url\":\"about:blank\",\"browserContextId\":\"%s\"}".formatted(context));
            assertThat(test.hear()).contains("The test says what is not in it:");
        }
    }
}
