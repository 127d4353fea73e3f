package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Recording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A time when a test passed, as its recording tells.
 *
 * @param recording what was said
 * @param test what JUnit called it
 * @param begun when the recording began
 * @param commit the id of the commit that was tested; empty if unknown
 */
public record GreenRun(Recording recording, String test, Instant begun, String commit) {

    private static final int COMMIT = 10;

    /** Return the run of a recording that was kept. */
    public static GreenRun of(Recording recording) {
        var info = StoredRecording.infoOf(recording);
        return new GreenRun(
                recording,
                TestDescription.read(info.report().path(ReportField.TEST.name()))
                        .displayName(),
                info.started(),
                TestRun.read(info.report().path(ReportField.RUN.name())).commit());
    }

    /** Return when that was and of which commit, on one line: {@code of 2026-11-29 20:15:03 UTC, commit 0123456789}. */
    public String line() {
        var time = begun.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", " UTC");
        var id = commit.length() <= COMMIT ? commit : commit.substring(0, COMMIT);
        return "of " + time + (id.isEmpty() ? "" : ", commit " + SafeText.line(id, COMMIT));
    }
}
