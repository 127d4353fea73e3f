package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.recording.RecordedMessage;
import java.io.IOException;
import java.util.List;

/** Writes a conversation for people: a short head, then one line a message. Keeps no more than a line in memory. */
final class TranscriptFormatter {

    private static final int SESSIONS = 50;

    private TranscriptFormatter() {}

    /**
     * Write a report's transcript.
     *
     * @param numbers of its recording
     * @param messages the messages of its recording, read one by one
     * @throws IOException if {@code out} does
     */
    static void format(FailureReport report, RecordingNumbers numbers, List<RecordedMessage> messages, Appendable out)
            throws IOException {
        head(report, numbers, out);
        int idWidth = Math.max(2, 1 + String.valueOf(numbers.highestId()).length());
        body(report, messages, new MessageLine(report.origin(), MessageLine.PAYLOAD, idWidth), out);
    }

    /** Write the messages, one line each. */
    static void body(FailureReport report, Iterable<RecordedMessage> messages, MessageLine formatter, Appendable out)
            throws IOException {
        boolean endTold = report.endedAt().isEmpty();
        for (var message : messages) {
            if (!endTold && message.elapsed().compareTo(report.endedAt().get()) > 0) {
                out.append(
                        "          -- the test " + report.outcome() + "; what follows was said for this report --\n");
                endTold = true;
            }
            out.append(formatter.line(message)).append('\n');
        }
    }

    private static void head(FailureReport report, RecordingNumbers numbers, Appendable out) throws IOException {
        var test = report.test();
        if (report.outcome().isEmpty()) {
            fact(out, "Report", test.title());
        } else {
            fact(out, "Test", test.name() + (test.displayName().isBlank() ? "" : " (" + test.title() + ")"));
        }
        if (report.failure().isPresent()) {
            fact(
                    out,
                    test.phase().isEmpty() ? "Failure" : "Failure in " + SafeText.line(test.phase(), 40),
                    FailureText.line(report.failure().get(), 300));
        }
        fact(out, "Browser", report.browser().line());
        fact(out, "Messages", numbers.line());
        var sessions = report.sessions();
        for (var session : sessions.subList(0, Math.min(SESSIONS, sessions.size()))) {
            fact(
                    out,
                    "Session",
                    "%s %s %s"
                            .formatted(
                                    MessageLine.session(session.session()),
                                    SafeText.line(session.type(), 40),
                                    SafeText.line(session.url(), 200))
                            .stripTrailing());
        }
        if (sessions.size() > SESSIONS) {
            fact(out, "Session", "… and %d more".formatted(sessions.size() - SESSIONS));
        }
        if (!report.recording().isComplete()) {
            fact(out, "Incomplete", SafeText.line(report.recording().incompleteBecause(), 400));
        }
        fact(
                out,
                "Notation",
                "seconds, → command, ← answer (time it took), • event, #id, @session; … marks what is cut, traffic.jsonl has it all");
        out.append('\n');
    }

    private static void fact(Appendable out, String name, String value) throws IOException {
        out.append(name).append(": ").append(value).append('\n');
    }
}
