package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.report.har.HttpArchive;
import io.github.withcdp.internal.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** The files that a report consists of, besides its summary, in the order in which they are written: what helps most comes first. */
final class ReportFiles {

    private final ReportContent content;
    private final FailureReport report;
    private final List<ReportFile> files = new ArrayList<>();

    private ReportFiles(ReportContent content) {
        this.content = content;
        report = content.report();
    }

    /** Return the files of a report; a new form of it is one more line here. */
    static List<ReportFile> of(ReportContent content) {
        var files = new ReportFiles(content);
        files.addPage();
        files.addTranscript();
        files.addScreenshots();
        files.addDocuments();
        files.addTraffic();
        files.addLog();
        return List.copyOf(files.files);
    }

    private void addPage() {
        files.add(new ReportFile(
                "report.html",
                "all of it, to be opened in a browser",
                file -> new HtmlReport(content, files).writeTo(file)));
    }

    private void addTranscript() {
        files.add(ReportFile.text(
                "transcript.txt",
                "the conversation, one line a message",
                out -> TranscriptFormatter.format(report, content.numbers(), content.messages(), out)));
    }

    private void addTraffic() {
        files.add(new ReportFile(
                "traffic.jsonl",
                "every message, for tools",
                file -> StoredRecording.withReport(ReportHeader.of(report), report.recording())
                        .writeTo(file)));
        if (content.exchanges().isEmpty()) {
            return; // a script that makes no requests, for one
        }
        files.add(new ReportFile(
                "traffic.har",
                "the requests, for every HAR viewer",
                file -> HttpArchive.write(
                        content.messages(),
                        content.exchanges(),
                        report.browser().version(),
                        file)));
    }

    private void addScreenshots() {
        int number = 1;
        for (var screenshot : report.screenshots()) {
            var name = numbered("screenshot", number++, ".png");
            var page = SafeText.line(screenshot.page(), 200);
            if (screenshot.png().isPresent()) {
                files.add(ReportFile.bytes(
                        name,
                        "what " + Markdown.span(page) + " looked like"
                                + (content.isOfLastCommand(screenshot) ? "; the last command was for this page" : ""),
                        screenshot.png().get()));
            } else {
                missing(name, page, screenshot.missingBecause());
            }
        }
    }

    private void addDocuments() {
        int number = 1;
        for (var dom : report.doms()) {
            var name = numbered("dom", number++, ".html");
            var page = SafeText.line(dom.page(), 200);
            if (dom.html().isPresent()) {
                files.add(ReportFile.text(
                        name, "the document of " + Markdown.span(page) + ", as text", out -> DomFile.format(dom, out)));
            } else {
                missing(name, page, dom.missingBecause());
            }
        }
    }

    private void addLog() {
        if (!report.chromeLog().isBlank()) {
            files.add(ReportFile.text(
                    "chrome.log", "what the browser printed", out -> out.append(SafeText.lines(report.chromeLog()))));
        }
    }

    private static String numbered(String name, int number, String ending) {
        return number == 1 ? name + ending : name + "-" + number + ending;
    }

    private void missing(String name, String page, String because) {
        content.problems().add("%s of %s: %s".formatted(name, page, because));
    }
}
