package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.MessagesUntilNow;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.recording.TrafficFile;
import io.github.withcdp.internal.redaction.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What was said until now, to be written later: as {@code traffic.jsonl} of a report would have it, without the report around it. */
public final class TrafficSnapshot {

    private final FailureReport report;
    private final MessagesUntilNow messages;

    private TrafficSnapshot(FailureReport report, MessagesUntilNow messages) {
        this.report = report;
        this.messages = messages;
    }

    /**
     * Take note of how far the recording of a report has come. Which of its messages belong to it is found out later, and not by the thread of the test.
     *
     * @param report what is known besides, with what is a secret
     */
    public static TrafficSnapshot of(FailureReport report) {
        return new TrafficSnapshot(report, MessagesUntilNow.of(report.recording()));
    }

    /** Return how many messages there are. */
    public int size() {
        return messages.list().size();
    }

    /** Return what the browser calls itself; empty if it never said. */
    public String browser() {
        return report.browser().version();
    }

    /** Return the same with another value for a field. */
    public <T> TrafficSnapshot with(ReportField<T> field, T value) {
        return new TrafficSnapshot(report.with(field, value), messages);
    }

    /**
     * Write the messages without their secrets.
     *
     * @return why what was written is not all that was said, a sentence; empty if it is
     * @throws IOException if the stream does not take them
     */
    public String writeTo(OutputStream out) throws IOException {
        var said = messages.list();
        var redactor = report.redaction().on() ? report.redaction().redactorFor(said) : Redactor.NONE;
        var redactedReport = report.redacted(redactor::text, report.recording());
        var info = StoredRecording.infoOf(report.recording()).with(ReportHeader.of(redactedReport));
        TrafficFile.write(said, report.recording().incompleteBecause(), info, redactor::message, out);
        // Asked last: what is missing, or could not be shown, is known only when everything has been read.
        return String.join("; ", whyNotWhole(redactor));
    }

    private List<String> whyNotWhole(Redactor redactor) {
        var missing = report.recording().incompleteBecause();
        return missing.isEmpty() ? redactor.problems() : List.of(missing);
    }
}
