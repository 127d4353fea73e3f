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

    /** Return when in the run that is judged it would have been that something happened in the other one. */
    Duration of(Duration expected) {
        var before = moments.floorEntry(expected);
        return before == null ? Duration.ZERO : before.getValue();
    }
}
