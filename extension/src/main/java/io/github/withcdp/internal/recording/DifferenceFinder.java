package io.github.withcdp.internal.recording;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.util.List;
import java.util.ServiceLoader;

/** Compares recordings. A service, because what compares them reads them, and they know nothing of it. */
@FunctionalInterface
public interface DifferenceFinder {

    /** The one in the jar, looked up when it is needed. */
    DifferenceFinder INSTALLED =
            (actual, others) -> ServiceLoader.load(DifferenceFinder.class, DifferenceFinder.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The jar of withcdp-extension is incomplete: no "
                            + DifferenceFinder.class.getName() + " in it"))
                    .compare(actual, others);

    /**
     * Compare a run with others.
     *
     * @param actual the run that is judged
     * @param others runs that passed, at least one, the latest first: it is compared with that, and what differs among them is explained
     */
    RecordingDiff compare(Recording actual, List<Recording> others);
}
