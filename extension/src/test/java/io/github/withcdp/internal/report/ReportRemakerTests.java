package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports from files, whoever wrote them. */
class ReportRemakerTests {

    private static final String MESSAGE =
            "{\"sequence\":1,\"elapsed\":1.5,\"direction\":\"received\",\"session\":\"\",\"method\":\"Target.attachedToTarget\",\"message\":{\"method\":\"Target.attachedToTarget\",\"params\":{\"sessionId\":\"S1\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\",\"url\":\"https://acme.example/\"}}}}\n";

    @TempDir
    Path directory;

    @Test
    void a_recording_that_belongs_to_no_report() throws IOException {
        var folder = remade("", MESSAGE);

        assertThat(folder.resolve("summary.md"))
                .content()
                .startsWith(
                        "# `A recording of Chrome/156.0, begun 2026-11-20T13:00:00.123Z`\n\nThis is not the report of a test")
                .doesNotContain(" passed");
        assertThat(folder.resolve("transcript.txt")).content().contains("S1").contains("https://acme.example/");
        assertThat(folder).isDirectoryContaining("glob:**/report.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{}",
                "{\"test\":7,\"failure\":[],\"failedAt\":\"x\",\"origin\":1e400,\"browser\":null,\"sessions\":{\"a\":1},\"screenshots\":7,\"doms\":[7,null,{}],\"problems\":{\"a\":7},\"chromeLog\":[],\"protocol\":[1]}",
                "{\"failedAt\":-9223372036854775808,\"origin\":9223372036854775807,\"sessions\":[1,[],{\"session\":{}}],\"screenshots\":[{}],\"protocol\":{\"\":1,\"x\":{}}}",
                "{\"failedAt\":99999999999999999999,\"sentByHand\":[0,99999999999999999999],\"test\":{\"displayName\":\"</script>\\u001b\\ud800\",\"className\":\"../../x\"},\"failure\":{\"type\":{}}}"
            })
    void a_hostile_header(String report) throws IOException {
        var folder = remade(",\"report\":" + report, MESSAGE);

        assertThat(folder).isDirectoryContaining("glob:**/summary.md").isDirectoryContaining("glob:**/report.html");
        assertThat(Recording.read(folder.resolve("traffic.jsonl")).messages()).hasSize(1);
        try (var beside = Files.list(directory)) {
            assertThat(beside).containsExactlyInAnyOrder(folder, directory.resolve("traffic.jsonl"));
        }
    }

    @Test
    void a_header_that_is_too_large() throws IOException {
        var file = directory.resolve("traffic.jsonl");
        Files.writeString(file, "x".repeat(33 * 1024 * 1024));

        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its first line, the header, has 34603008 bytes");
    }

    @Test
    void pictures_and_documents_that_are_not_what_they_should_be() throws IOException {
        var folder = remade(
                ",\"report\":{\"failedAt\":0,\"screenshots\":[{\"page\":\"p\",\"command\":1},{\"page\":\"q\"}],\"doms\":[{\"page\":\"p\",\"command\":2}]}",
                command(1, "Page.captureScreenshot")
                        + answer(1, "Page.captureScreenshot", "{\"data\":\"???\"}")
                        + command(2, "DOM.getOuterHTML")
                        + answer(2, "DOM.getOuterHTML", "{\"outerHTML\":[7]}"));

        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("screenshot.png of p: it is not in the recording")
                .contains("screenshot-2.png of q: it is not in the recording")
                .contains("dom.html of p: it is not in the recording");
    }

    @Test
    void an_answer_that_came_too_late_is_not_shown_as_that_of_another_page() throws IOException {
        var folder = remade(
                ",\"report\":{\"failedAt\":0,\"screenshots\":[{\"page\":\"slow\",\"missingBecause\":\"it did not answer\"},{\"page\":\"quick\",\"command\":2}],"
                        + "\"doms\":[{\"page\":\"slow\",\"missingBecause\":\"it did not answer\"},{\"page\":\"quick\",\"command\":4}]}",
                numbered(
                        command(1, "Page.captureScreenshot"),
                        command(2, "Page.captureScreenshot"),
                        command(3, "DOM.getOuterHTML"),
                        command(4, "DOM.getOuterHTML"),
                        answer(2, "Page.captureScreenshot", "{\"data\":\"cXVpY2s=\"}"),
                        answer(4, "DOM.getOuterHTML", "{\"outerHTML\":\"quick one\"}"),
                        answer(1, "Page.captureScreenshot", "{\"data\":\"c2xvdw==\"}"),
                        answer(3, "DOM.getOuterHTML", "{\"outerHTML\":\"slow one\"}")));

        assertThat(folder.resolve("screenshot-2.png")).hasContent("quick");
        assertThat(folder.resolve("screenshot.png")).doesNotExist();
        assertThat(folder.resolve("dom-2.html")).content().contains("quick one");
        assertThat(folder.resolve("dom.html")).doesNotExist();
    }

    @Test
    void a_report_in_place_of_an_earlier_one() throws IOException {
        var first = remade("", MESSAGE);
        Files.writeString(first.resolve("mine.txt"), "mine");

        var second = remade("", MESSAGE + MESSAGE.replace("\"sequence\":1", "\"sequence\":2"));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("mine.txt")).hasContent("mine");
        assertThat(Recording.read(second.resolve("traffic.jsonl")).messages()).hasSize(2);
    }

    @Test
    void a_directory_that_cannot_be_had() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");
        var recording = recording("", MESSAGE);

        assertThatThrownBy(() -> recording.writeReport(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("");
    }

    private Path remade(String header, String messages) throws IOException {
        var folder = directory.resolve("report");
        recording(header, messages).writeReport(folder);
        return folder;
    }

    private Recording recording(String header, String messages) throws IOException {
        var file = directory.resolve("traffic.jsonl");
        Files.writeString(
                file,
                "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"Chrome/156.0\",\"started\":\"2026-11-20T13:00:00.123Z\",\"complete\":true,\"incompleteBecause\":\"\",\"messages\":1%s}\n%s"
                        .formatted(header, messages),
                StandardCharsets.UTF_8);
        return Recording.read(file);
    }

    private static String numbered(String... lines) {
        var numbered = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            numbered.append(lines[i].replaceFirst("\"sequence\":[0-9]+", "\"sequence\":" + (i + 1)));
        }
        return numbered.toString();
    }

    private static String command(int id, String method) {
        return "{\"sequence\":%d,\"elapsed\":1.5,\"direction\":\"sent\",\"session\":\"S1\",\"method\":\"%s\",\"id\":%d,\"message\":{\"id\":%d}}\n"
                .formatted(2 * id, method, id, id);
    }

    private static String answer(int id, String method, String result) {
        return "{\"sequence\":%d,\"elapsed\":1.5,\"direction\":\"received\",\"session\":\"S1\",\"method\":\"%s\",\"id\":%d,\"message\":{\"id\":%d,\"result\":%s}}\n"
                .formatted(2 * id + 1, method, id, id, result);
    }
}
