package io.github.withcdp.report;

import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes reports to disk. What cannot be written does not stop the rest, and is told: in the summary and in the result. */
public final class ReportWriter {

    private static final String SUMMARY = "summary.md";

    private final Path root;

    /**
     * Create a writer.
     *
     * @param root the folder of all reports, see {@link ReportFolder#find}; created when first needed
     */
    public ReportWriter(Path root) {
        this.root = root;
    }

    /**
     * Write a report, in place of an older one of the same test. Throws nothing: a report that fails must not hide the failure it is about.
     *
     * @param directory the folder of this test, see {@link ReportName#below}
     */
    public WrittenReport write(FailureReport report, Path directory) {
        var problems = new ArrayList<String>();
        var messages = messages(report, problems);
        var suspicions = suspicions(report, messages, problems);
        var written = new LinkedHashMap<String, String>();
        try {
            var folder = ReportDirectory.prepare(root, directory);
            var files = files(report, messages, problems);
            folder.claim(Stream.concat(files.stream().map(ReportFile::name), Stream.of(SUMMARY))
                    .toList());
            files.forEach(file -> write(file, folder, written, problems));
            var text = SummaryFormatter.format(report, RecordingNumbers.of(messages), suspicions, written, problems);
            write(ReportFile.text(SUMMARY, "this", out -> out.append(text)), folder, written, problems);
        } catch (IOException | RuntimeException e) {
            problems.add("the report: " + reason(e));
        }
        var paths = written.keySet().stream().map(directory::resolve).toList();
        return new WrittenReport(directory, paths, problems, suspicions);
    }

    private static List<RecordedMessage> messages(FailureReport report, List<String> problems) {
        try {
            return report.recording().messages();
        } catch (RuntimeException e) {
            problems.add("the messages: " + reason(e));
            return List.of();
        }
    }

    private static Suspicions suspicions(FailureReport report, List<RecordedMessage> messages, List<String> problems) {
        try {
            return SuspiciousMessages.in(messages, report.origin());
        } catch (RuntimeException e) {
            problems.add("the suspicious messages: " + reason(e));
            return Suspicions.NONE;
        }
    }

    /** Return the files beside the summary; a new form of the report is one more entry here. */
    private static List<ReportFile> files(FailureReport report, List<RecordedMessage> messages, List<String> problems) {
        var files = new ArrayList<ReportFile>();
        files.add(ReportFile.text(
                "transcript.txt",
                "the conversation, one line a message",
                out -> TranscriptFormatter.format(report, messages, out)));
        files.add(new ReportFile(
                "traffic.jsonl",
                "every message, for tools",
                file -> report.recording().writeTo(file)));
        int number = 1;
        for (var screenshot : report.screenshots()) {
            var name = number == 1 ? "screenshot.png" : "screenshot-" + number + ".png";
            var page = SafeText.line(screenshot.page(), 200);
            number++;
            if (screenshot.png().isPresent()) {
                files.add(ReportFile.bytes(
                        name,
                        "what " + Markdown.span(page) + " looked like",
                        screenshot.png().get()));
            } else {
                problems.add("%s of %s: %s".formatted(name, page, screenshot.missingBecause()));
            }
        }
        if (!report.chromeLog().isBlank()) {
            files.add(ReportFile.text(
                    "chrome.log", "what the browser printed", out -> out.append(SafeText.lines(report.chromeLog()))));
        }
        return files;
    }

    private static void write(
            ReportFile file, ReportDirectory folder, Map<String, String> written, List<String> problems) {
        try {
            file.content().writeTo(folder.newFile(file.name()));
            written.put(file.name(), file.description());
        } catch (IOException | RuntimeException e) {
            problems.add(file.name() + ": " + reason(e));
        }
    }

    /** The messages of file system exceptions are often a path alone, so the class says what is wrong with it. */
    private static String reason(Exception e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : FailureText.line(e, 400);
    }
}
