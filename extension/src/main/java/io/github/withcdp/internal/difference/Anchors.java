package io.github.withcdp.internal.difference;

import java.time.Duration;
import java.util.TreeMap;

/** Moments that two runs have in common, by which it is told when something should have happened that did not. */
final class Anchors {

    private final TreeMap<Duration, Duration> moments = new TreeMap<>();

    /** Take note that the same happened at two moments. */
    void add(Duration expected, Duration actual) {
        moments.merge(expected, actual, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /**
     * Return when it was clear in the run that is judged that something would not happen that happened in the other one: when the next thing did that
     * happened in both. What else is strange before that tells more than that something is missing.
     */
    Duration of(Duration expected) {
        var after = moments.higherEntry(expected);
        if (after != null) {
            return after.getValue();
        }
        return moments.isEmpty() ? Duration.ZERO : moments.lastEntry().getValue();
    }
}
