package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.ReportMaker;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes the report of a recording: that of the test it belongs to if it is the traffic file of a report, else one of what was said. */
public final class ReportRemaker implements ReportMaker {

    private final Supplier<Redaction> redaction;

    /**
     * Create one.
     *
     * @param redaction what is taken out before it is written
     */
    public ReportRemaker(Redaction redaction) {
        this(() -> redaction);
    }

    /**
     * Create one before all secrets are known.
     *
     * @param redaction what is taken out before it is written, asked for then
     */
    public ReportRemaker(Supplier<Redaction> redaction) {
        this.redaction = redaction;
    }

    @Override
    public void write(Recording recording, Path directory) throws IOException {
        Files.createDirectories(directory); // the user's own choice, so links in it are followed
        var folder = directory.toRealPath();
        var parent = folder.getParent();
        if (parent == null) {
            throw new IOException("A report has many files: name a directory for it, and not %s".formatted(folder));
        }
        var written = new ReportWriter(parent).write(ReportHeader.read(recording, redaction.get()), folder);
        if (written.files().isEmpty()) {
            throw new IOException(
                    "No report could be written to %s: %s".formatted(folder, String.join("; ", written.problems())));
        }
    }
}
