package io.github.withcdp.internal.finding;

import java.time.Duration;

/**
 * The moment up to which a recording is looked at.
 *
 * @param elapsed in the time of the recording
 * @param name {@code the failure}, or {@code the last message} if it is not known when something failed
 */
record PointInTime(Duration elapsed, String name) {

    /** Return how long it was then since another. */
    Duration since(Duration earlier) {
        return elapsed.minus(earlier);
    }
}
