package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.report.ReportField.FieldSource;
import io.github.withcdp.recording.Recording;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a report knows besides its messages, in the header of {@code traffic.jsonl}. Pictures and documents are not in it: they are among
 * the messages.
 */
final class ReportHeader {

    private ReportHeader() {}

    /** Return the header's part about a report, times in nanoseconds of the recording. */
    static ObjectNode of(FailureReport report) {
        var header = Json.object();
        ReportField.ALL.forEach(field -> add(field, report, header));
        return header.put("redacted", report.redaction().on());
    }

    private static <T> void add(ReportField<T> field, FailureReport report, ObjectNode header) {
        field.json(report.get(field)).ifPresent(value -> header.set(field.name(), value));
    }

    /** Return the report of a recording; without a header it is not that of a test, but of what was said. */
    static FailureReport read(Recording recording, Redaction redaction) {
        var messages = recording.messages();
        var source = new FieldSource(StoredRecording.infoOf(recording), messages, CapturedAnswers.in(messages));
        var report = FailureReport.of(recording, redaction);
        for (var field : ReportField.ALL) {
            report = read(field, source, report);
        }
        return report;
    }

    private static <T> FailureReport read(ReportField<T> field, FieldSource source, FailureReport report) {
        return report.with(field, field.read(source));
    }
}
