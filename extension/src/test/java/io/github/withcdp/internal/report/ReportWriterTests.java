package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTests {

    @TempDir
    Path temp;

    private Path root;
    private Path folder;

    @BeforeEach
    void choose_folders() {
        root = temp.resolve("target/withcdp-reports");
        folder = root.resolve("com.acme.CheckoutTests").resolve("pays_once");
    }

    private WrittenReport write(FailureReport report) {
        return new ReportWriter(root).write(report, folder);
    }

    private WrittenReport write(Screenshot... screenshots) {
        return write(Reports.with(Reports.checkout(), List.of(screenshots)));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void writes_all_files() throws IOException {
        var written = write(
                Screenshot.taken("http://a.test/", new byte[] {1, 2}),
                Screenshot.missing("http://b.test/", "a dialog was open"),
                Screenshot.taken("http://c.test/", new byte[] {3}));

        assertThat(files())
                .containsExactly(
                        ".withcdp-report",
                        "chrome.log",
                        "report.html",
                        "report.json",
                        "screenshot-3.png",
                        "screenshot.png",
                        "summary.md",
                        "traffic.har",
                        "traffic.jsonl",
                        "transcript.txt");
        assertThat(written.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "report.html",
                        "transcript.txt",
                        "screenshot.png",
                        "screenshot-3.png",
                        "traffic.jsonl",
                        "traffic.har",
                        "chrome.log",
                        "summary.md");
        assertThat(written.problems()).containsExactly("screenshot-2.png of http://b.test/: a dialog was open");
        assertThat(written.suspicions().top()).hasSize(4);
        assertThat(folder.resolve("screenshot.png")).hasBinaryContent(new byte[] {1, 2});
        assertThat(read("traffic.jsonl"))
                .startsWith("{\"withcdp\":\"traffic\",")
                .endsWith("}\n");
        assertThat(read("transcript.txt")).contains("Page.loadEventFired");
        assertThat(read("chrome.log")).isEqualTo("[1:1] ERROR: \\u001b[31mred\nDevTools listening\n");
        assertThat(read("summary.md"))
                .contains("- `screenshot-3.png`: what `http://c.test/` looked like")
                .contains("- missing or cut short: `screenshot-2.png of http://b.test/: a dialog was open`");
    }

    @Test
    void replaces_the_report_of_an_earlier_run() throws IOException {
        write(Screenshot.taken("a", new byte[] {1}), Screenshot.taken("b", new byte[] {2}));

        var written = write(Screenshot.taken("a", new byte[] {9}));

        assertThat(written.problems()).isEmpty();
        assertThat(files()).contains("screenshot.png").doesNotContain("screenshot-2.png");
        assertThat(folder.resolve("screenshot.png")).hasBinaryContent(new byte[] {9});
    }

    @Test
    void leaves_the_files_of_others_alone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("transcript.txt"), "mine");

        var first = write();
        write();

        assertThat(read("notes.txt")).isEqualTo("mine");
        assertThat(read("transcript.txt")).isEqualTo("mine");
        assertThat(first.problems())
                .containsExactly(
                        "transcript.txt: there is already something of this name that is not ours; it was left alone");
        assertThat(read("summary.md")).contains("transcript.txt: there is already something");
        assertThat(files()).contains("summary.md", "traffic.jsonl");
    }

    @Test
    void deletes_no_more_than_report_files_whatever_a_marker_says() throws IOException {
        Files.createDirectories(folder);
        var outside = Files.writeString(root.resolve("transcript.txt"), "mine");
        Files.writeString(folder.resolve("precious.txt"), "mine");
        Files.writeString(
                folder.resolve(".withcdp-report"), "precious.txt\n../../transcript.txt\n" + outside + "\n.\n\n");

        write();

        assertThat(outside).hasContent("mine");
        assertThat(read("precious.txt")).isEqualTo("mine");
    }

    @Test
    void does_not_follow_a_link_in_place_of_a_file() throws IOException {
        var outside = Files.writeString(temp.resolve("outside.txt"), "mine");
        write();
        for (var name : List.of("report.html", "transcript.txt", "traffic.jsonl", "traffic.har", "summary.md")) {
            Files.delete(folder.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), outside);
        }

        var written = write();

        assertThat(outside).hasContent("mine");
        assertThat(folder.resolve("transcript.txt")).isSymbolicLink();
        assertThat(written.problems()).hasSize(5);
        assertThat(written.files()).containsExactly(folder.resolve("chrome.log"));
    }

    @Test
    void does_not_follow_a_dangling_link() throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("traffic.jsonl"), temp.resolve("nowhere"));

        write();

        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void does_not_follow_a_link_in_place_of_a_folder() throws IOException {
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("com.acme.CheckoutTests"), outside);

        var written = write();

        assertThat(outside).isEmptyDirectory();
        assertThat(written.files()).isEmpty();
        assertThat(written.problems())
                .singleElement()
                .asString()
                .endsWith("is a symbolic link, which is not followed: remove it");
    }

    @Test
    void refuses_a_folder_outside_the_root() {
        for (var outside : List.of(root.resolve("../x"), root, temp, root.resolve("a/../../b"))) {
            var written = new ReportWriter(root).write(Reports.with(Reports.checkout(), List.of()), outside);

            assertThat(written.files()).isEmpty();
            assertThat(written.problems()).singleElement().asString().contains("is not below");
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void says_what_is_in_the_way() throws IOException {
        Files.createDirectories(root);
        Files.createFile(root.resolve("com.acme.CheckoutTests"));

        assertThat(write().problems())
                .singleElement()
                .asString()
                .endsWith("is in the way, it is not a folder: remove it");
    }

    @Test
    void says_clearly_that_nothing_can_be_written() {
        var readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        var written = new ReportWriter(readOnly)
                .write(
                        Reports.with(Reports.checkout(), List.of()),
                        readOnly.resolve("Class").resolve("test"));

        assertThat(written.files()).isEmpty();
        assertThat(written.problems())
                .singleElement()
                .asString()
                .startsWith("the report: java.nio.file.ReadOnlyFileSystemException");
        assertThat(written.suspicions().top()).isNotEmpty();
    }

    @Test
    void writes_what_it_can_if_the_recording_cannot_be_read() throws IOException {
        var written = write(Reports.with(new Unreadable(), List.of()));

        assertThat(written.problems())
                .containsExactly(
                        "the messages: java.lang.IllegalStateException: gone",
                        "traffic.jsonl: the messages could not be copied for the report");
        assertThat(files())
                .contains("report.html", "transcript.txt", "summary.md", "chrome.log")
                .doesNotContain("traffic.jsonl");
        assertThat(read("summary.md"))
                .contains("- missing or cut short: `traffic.jsonl: the messages could not be copied for the report`");
    }

    @Test
    void shows_nothing_if_it_cannot_tell_what_is_a_secret() throws IOException {
        var report = Reports.redacted(Reports.with(new Unreadable(), List.of()));

        var written = write(report);

        assertThat(written.problems())
                .contains(
                        "the messages and texts: looking for secrets in them failed: java.lang.IllegalStateException: gone");
        assertThat(read("summary.md")).contains("AssertionError").doesNotContain("DevTools listening");
        assertThat(read("chrome.log")).isEqualTo("(withheld)");
    }

    @Test
    void makes_every_file_of_what_was_said_until_then() throws IOException {
        var conversation = Reports.checkout();
        try (var redacted = RedactedReport.of(Reports.with(conversation, List.of()))) {
            conversation.event(5_000, Conversation.PAGE, "Page.late", "{}");

            assertThat(redacted.report().recording().messages())
                    .hasSize(conversation.messages().size() - 1);
        }
    }

    /** A recording whose messages are gone. */
    private static final class Unreadable implements Recording {

        @Override
        public List<RecordedMessage> messages() {
            throw new IllegalStateException("gone");
        }

        @Override
        public CapturedEvents events() {
            return CapturedEvents.of();
        }

        @Override
        public List<RecordedMessage> commands() {
            return List.of();
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public String incompleteBecause() {
            return "";
        }

        @Override
        public void writeTo(Path file) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
