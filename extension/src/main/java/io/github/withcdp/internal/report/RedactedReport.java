package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.RecordingCopy;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.redaction.Redactor;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report once more, without its secrets: all files are made of this, so none can forget to take them out.
 * Its recording is a copy, so nothing is added to it while it is written. Pictures are as they were.
 */
final class RedactedReport implements AutoCloseable {

    /** What the files are made of, so that they cannot become larger than somebody can open. */
    private static final RecordingCopy.Limit LIMIT = new RecordingCopy.Limit(250_000, 64L << 20);

    private final FailureReport report;
    private final @Nullable RecordingCopy copy;

    private RedactedReport(FailureReport report, @Nullable RecordingCopy copy) {
        this.report = report;
        this.copy = copy;
    }

    /** Copy a report. What cannot be copied is left out, and told among the problems of the copy. */
    static RedactedReport of(FailureReport original) {
        var problems = new ArrayList<String>();
        var redactor = redactor(original, problems);
        var copy = copy(original.recording(), redactor, problems);
        var recording = copy == null
                ? new NothingRecorded("the messages could not be copied for the report")
                : copy.recording();
        var copied = original.redacted(redactor::text, recording);
        problems.addAll(copied.problems());
        var report = copied.with(ReportField.PROBLEMS, problems);
        // Asked last: what could not be shown is known only when everything has been asked for.
        return new RedactedReport(report.withProblems(redactor.problems()), copy);
    }

    /** If nobody knows what is a secret, nothing is shown. */
    private static Redactor redactor(FailureReport original, List<String> problems) {
        if (!original.redaction().on()) {
            return Redactor.NONE;
        }
        try {
            return original.redaction().redactorFor(original.recording().messages());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            problems.add("the messages and texts: looking for secrets in them failed: " + FailureText.line(e, 400));
            return new Withholding();
        }
    }

    private static @Nullable RecordingCopy copy(Recording original, Redactor redactor, List<String> problems) {
        if (redactor instanceof Withholding) {
            return null;
        }
        try {
            return RecordingCopy.of(original, LIMIT, StoredRecording.infoOf(original), redactor::message);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            problems.add("the messages: " + FailureText.line(e, 400));
            return null;
        }
    }

    /** Return the copy. Once this is closed, its messages may be gone. */
    FailureReport report() {
        return report;
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.close();
        }
    }

    /** Shows nothing. */
    private static final class Withholding implements Redactor {

        @Override
        public String message(RecordedMessage message) {
            return "";
        }

        @Override
        public String text(String text) {
            return text.isEmpty() ? "" : "(withheld)";
        }
    }
}
