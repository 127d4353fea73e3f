package io.github.withcdp.internal.recording;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Compares recordings. A service, because what compares them reads them, and they know nothing of it. */
public interface DifferenceFinder {

    /** The one in the jar. */
    DifferenceFinder INSTALLED = ServiceLoader.load(DifferenceFinder.class, DifferenceFinder.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(
                    "The jar of withcdp-extension is incomplete: no " + DifferenceFinder.class.getName() + " in it"));

    /**
     * Compare a run with others.
     *
     * @param actual the run that is judged
     * @param others runs that passed, at least one, the latest first: it is compared with that, and what differs among them is explained
     */
    default RecordingDiff compare(Recording actual, List<Recording> others) {
        return compare(actual, Optional.empty(), others);
    }

    /**
     * The same, of a run that has failed.
     *
     * @param failedAt when, in the time of its recording: what was said later was said for its report; if it is not given, the recording may know
     */
    RecordingDiff compare(Recording actual, Optional<Duration> failedAt, List<Recording> others);

    /** Return what was said in a recording, in a few lines that are equal for two that are alike. */
    String outline(Recording recording);
}
