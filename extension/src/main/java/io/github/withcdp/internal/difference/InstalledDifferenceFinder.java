package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.recording.DifferenceFinder;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stands in the list of services for {@link RecordingComparison} and {@link RecordingOutline}. */
public final class InstalledDifferenceFinder implements DifferenceFinder {

    /** For the list of services. */
    public InstalledDifferenceFinder() {}

    @Override
    public RecordingDiff compare(Recording actual, Optional<Duration> failedAt, List<Recording> others) {
        return RecordingComparison.of(actual, failedAt, others);
    }

    @Override
    public String outline(Recording recording) {
        return RecordingOutline.of(recording);
    }
}
