package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what matters most, in Markdown, for pull-request comments and job summaries. Whatever a page says stands in code spans. */
final class SummaryFormatter {

    private static final int FAILURE = 2_000;
    private static final int LISTED = 20;

    private SummaryFormatter() {}

    /**
     * Return the summary of a report.
     *
     * @param files the files beside it, name and what it is, in the order in which they are listed
     * @param problems what could not be written or had, a sentence each
     */
    static String format(
            FailureReport report,
            RecordingNumbers numbers,
            Suspicions suspicions,
            Map<String, String> files,
            List<String> problems) {
        var out = new StringBuilder();
        what(report, out);
        suspicious(suspicions, out);
        numbers(report, numbers, out);
        browser(report.browser(), out);
        files(files, problems, out);
        return out.toString();
    }

    private static void what(FailureReport report, StringBuilder out) {
        var test = report.test();
        out.append("# ")
                .append(Markdown.span(test.title()))
                .append(word(report))
                .append("\n");
        if (report.outcome().isEmpty()) {
            out.append("\nThis is not the report of a test, but of a recording.\n");
        } else {
            out.append("\n").append(Markdown.span(test.name()));
        }
        if (report.failure().isPresent()) {
            out.append(" failed")
                    .append(test.phase().isEmpty() ? "" : " in " + Markdown.span(test.phase()))
                    .append(":\n\n")
                    .append(Markdown.block(FailureText.lines(report.failure().get(), FAILURE)));
        } else if (!report.outcome().isEmpty()) {
            out.append(" passed.\n");
        }
        if (!report.recording().isComplete()) {
            out.append("\n**The recording is incomplete:** ")
                    .append(Markdown.span(SafeText.line(report.recording().incompleteBecause(), 400)))
                    .append('\n');
        }
    }

    private static String word(FailureReport report) {
        return report.outcome().isEmpty() ? "" : " " + report.outcome();
    }

    private static void suspicious(Suspicions suspicions, StringBuilder out) {
        out.append("\n## Suspicious messages\n\n");
        if (suspicions.total() == 0) {
            out.append("Nothing unusual. ").append(suspicions.nothing()).append('\n');
            return;
        }
        int number = 1;
        for (var suspicion : suspicions.top()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%d. at %.3f s in %s: %s%s\n",
                    number++,
                    MessageLine.seconds(suspicion.at()),
                    Markdown.span(MessageLine.session(suspicion.session())),
                    Markdown.span(suspicion.sentence()),
                    suspicion.evidence()));
            if (!suspicion.source().isEmpty()) {
                out.append('\n')
                        .append(Markdown.block(String.join("\n", suspicion.source())))
                        .append('\n');
            }
        }
        if (suspicions.more() > 0) {
            out.append(String.format(Locale.ROOT, "\n… and %,d more.\n", suspicions.more()));
        }
    }

    private static void numbers(FailureReport report, RecordingNumbers numbers, StringBuilder out) {
        out.append("\n## Numbers\n\n- messages: ").append(numbers.line()).append('\n');
        if (!numbers.eventsByDomain().isEmpty()) {
            out.append("- events by domain: ");
            var separator = "";
            int listed = 0;
            for (var domain : numbers.eventsByDomain().entrySet()) {
                if (listed++ == LISTED) {
                    out.append(", …");
                    break;
                }
                out.append(separator)
                        .append(Markdown.span(SafeText.line(domain.getKey(), 40)))
                        .append(String.format(Locale.ROOT, " %,d", domain.getValue()));
                separator = ", ";
            }
            out.append('\n');
        }
        out.append("- sessions: ")
                .append(Math.max(numbers.sessions(), report.sessions().size()))
                .append('\n');
        int listed = 0;
        for (var session : report.sessions()) {
            if (listed++ == LISTED) {
                out.append("  - … and ")
                        .append(report.sessions().size() - LISTED)
                        .append(" more\n");
                break;
            }
            out.append("  - ")
                    .append(Markdown.span(MessageLine.session(session.session())))
                    .append(' ')
                    .append(Markdown.span(SafeText.line(session.type(), 40)))
                    .append(' ')
                    .append(Markdown.span(SafeText.line(session.url(), 200)))
                    .append('\n');
        }
    }

    private static void browser(BrowserDescription browser, StringBuilder out) {
        out.append("\n## Browser\n\n- version: ")
                .append(browser.version().isEmpty() ? "unknown" : Markdown.span(SafeText.line(browser.version(), 200)))
                .append('\n');
        if (!browser.executable().isEmpty()) {
            out.append("- from: ")
                    .append(Markdown.span(SafeText.line(browser.executable(), 300)))
                    .append('\n');
        }
        if (browser.sandboxOff()) {
            out.append("- **sandbox off**: the browser ran without its protection against the pages it shows\n");
        }
        if (!browser.note().isEmpty()) {
            out.append("- note: ")
                    .append(Markdown.span(SafeText.line(browser.note(), 300)))
                    .append('\n');
        }
    }

    private static void files(Map<String, String> files, List<String> problems, StringBuilder out) {
        out.append("\n## Files\n\n");
        files.forEach((name, description) -> out.append("- ")
                .append(Markdown.span(name))
                .append(": ")
                .append(description)
                .append('\n'));
        problems.forEach(problem -> out.append("- missing or cut short: ")
                .append(Markdown.span(SafeText.line(problem, 400)))
                .append('\n'));
    }
}
