package io.github.withcdp.internal.report;

import io.github.withcdp.internal.report.html.Markup;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells of a report what matters most in markup that needs neither scripts nor styles, because there are servers that forbid both:
 * what failed, what was unusual, and what was said last.
 */
final class PlainReport {

    private static final int FAILURE = 4_000;
    private static final int LINES = 20;
    private static final int PAYLOAD = 100;
    private static final int ID = 5;

    /** What a browser shows; what it would save instead is only named, because the same servers forbid pages to have anything saved. */
    private static final Pattern SHOWN = Pattern.compile("[a-z0-9-]+\\.(txt|png|html)");

    private final ReportContent content;
    private final FailureReport report;
    private final StringBuilder out = new StringBuilder(8 * 1024);

    private PlainReport(ReportContent content) {
        this.content = content;
        report = content.report();
    }

    /**
     * Return the markup, a few kilobytes of it.
     *
     * @param files the files of the report, this one among them
     */
    static String format(ReportContent content, List<ReportFile> files) {
        var plain = new PlainReport(content);
        plain.what();
        plain.unusual();
        plain.green();
        plain.last();
        plain.beside(files);
        return plain.out.toString();
    }

    private void what() {
        element("h1", report.heading());
        var test = report.test();
        if (!report.outcome().isEmpty()) {
            element("p", test.name() + " " + report.outcome() + (test.phase().isEmpty() ? "" : " in " + test.phase()));
        }
        if (!report.recording().isComplete()) {
            element(
                    "p",
                    "The recording is incomplete: "
                            + SafeText.line(report.recording().incompleteBecause(), 400));
        }
        report.get(ReportField.SENT_BY_HAND).sentence().ifPresent(sentence -> element("p", sentence));
        report.remarks().forEach(remark -> element("p", SafeText.line(remark, 400)));
        content.problems().forEach(problem -> element("p", "Missing: " + SafeText.line(problem, 400)));
        report.failure().ifPresent(failure -> {
            element("h2", "The failure");
            block(FailureText.lines(failure, FAILURE).strip());
        });
    }

    private void unusual() {
        var suspicions = content.suspicions();
        if (suspicions.total() == 0) {
            element("h2", "Nothing unusual");
            element("p", suspicions.nothing());
            return;
        }
        element("h2", "What was unusual");
        out.append("<ol>\n");
        suspicions.top().forEach(suspicion -> {
            out.append("<li>").append(Markup.escape(suspicion.line()));
            if (!suspicion.source().isEmpty()) {
                block("\n" + String.join("\n", suspicion.source())); // a line break at the begin is not shown
            }
            out.append("</li>\n");
        });
        out.append("</ol>\n");
        if (suspicions.more() > 0) {
            element("p", String.format(Locale.ROOT, "… and %,d more.", suspicions.more()));
        }
    }

    private void green() {
        var lines = GreenLines.of(report);
        if (!lines.isEmpty()) {
            element("h2", "Unlike the last green run");
            block(String.join("\n", lines));
        }
    }

    private void last() {
        var lines = new StringBuilder();
        var formatter = new MessageLine(report.origin(), PAYLOAD, ID);
        try {
            lastMessages()
                    .forEach(message -> lines.append(formatter.line(message)).append('\n'));
        } catch (RuntimeException unreadable) {
            // The page itself reads them too, and tells.
        }
        if (!lines.isEmpty()) {
            element("h2", report.failure().isPresent() ? "What was said before it failed" : "What was said last");
            block(lines.toString());
        }
    }

    /** What was said later was said for the report. */
    private Iterable<RecordedMessage> lastMessages() {
        var messages = content.messages();
        var last = new ArrayDeque<RecordedMessage>();
        for (int i = messages.size() - 1; i >= 0 && last.size() < LINES; i--) {
            var message = messages.get(i);
            if (report.endedAt().isEmpty()
                    || message.elapsed().compareTo(report.endedAt().get()) <= 0) {
                last.addFirst(message);
            }
        }
        return last;
    }

    private void beside(List<ReportFile> files) {
        element("h2", "All of it");
        element(
                "p",
                "The rest needs scripts, which this browser or the server of this page does not let run. "
                        + "Save the page and open it from the disk, or look into the files beside it:");
        out.append("<ul>\n");
        files.stream().filter(file -> !file.name().equals("report.html")).forEach(file -> {
            var name = Markup.escape(file.name());
            out.append("<li>")
                    .append(SHOWN.matcher(file.name()).matches() ? "<a href=\"./" + name + "\">" + name + "</a>" : name)
                    .append(": ")
                    .append(Markup.escape(Markdown.text(file.description())))
                    .append("</li>\n");
        });
        out.append("</ul>\n");
    }

    private void element(String tag, String text) {
        out.append('<')
                .append(tag)
                .append('>')
                .append(Markup.escape(text))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    /** The attribute wraps long lines where no style does. */
    private void block(String text) {
        out.append("<pre wrap>").append(Markup.escape(text)).append("</pre>\n");
    }
}
