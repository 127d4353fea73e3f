package io.github.withcdp.internal.lifecycle;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of the failure of a test, or of a class in its {@code @BeforeAll}, and what has been done about it. Immutable; each method leads to the
 * next state:
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th></th><th>{@code point}</th><th>{@code paused}</th><th>{@code reported}</th><th>{@code callbacksOver}</th></tr>
 *   <tr><th>{@link #failed}</th><td>where and when, unless something failed before</td><td></td><td></td><td></td></tr>
 *   <tr><th>{@link #dismissed}</th><td>none</td><td></td><td></td><td></td></tr>
 *   <tr><th>{@link #paused()}</th><td></td><td>true</td><td></td><td></td></tr>
 *   <tr><th>{@link #reported(Throwable)}</th><td>none</td><td>false</td><td>that failure</td><td></td></tr>
 *   <tr><th>{@link #callbacksOver()}</th><td></td><td></td><td></td><td>true</td></tr>
 * </table>
 *
 * An empty cell stays what it was. What fails after a failure was reported is another failure: it has a point, a pause and a report of its own.
 *
 * @param point where and when something failed; empty if nothing has, or it is reported
 * @param isPaused whether somebody has been let look at the pages of this failure
 * @param lastReported the failure that was reported last
 * @param areCallbacksOver whether the callbacks after the test have come; they do not after a constructor that fails
 */
record FailureState(
        Optional<Point> point, boolean isPaused, Optional<Throwable> lastReported, boolean areCallbacksOver) {

    /** The state in which nothing has failed. */
    static final FailureState NONE = new FailureState(Optional.empty(), false, Optional.empty(), false);

    /**
     * The phase and the time in which something failed.
     *
     * @param phase {@code @BeforeEach}, for example; empty for the test itself
     * @param at when it was noticed, in the time of the recording
     */
    record Point(String phase, Duration at) {}

    /** Return the state after something has failed: the first to fail is what matters. */
    FailureState failed(String phase, Duration at) {
        return with(point.or(() -> Optional.of(new Point(phase, at))));
    }

    /** Return the state after somebody has dealt with what failed. */
    FailureState dismissed() {
        return with(Optional.empty());
    }

    /** Return the state after somebody was let look at the pages. */
    FailureState paused() {
        return new FailureState(point, true, lastReported, areCallbacksOver);
    }

    /** Return the state after a failure has been reported. */
    FailureState reported(Throwable failure) {
        return new FailureState(Optional.empty(), false, Optional.of(failure), areCallbacksOver);
    }

    /** Return the state after the callbacks have come that follow the test. */
    FailureState callbacksOver() {
        return new FailureState(point, isPaused, lastReported, true);
    }

    /** Return whether a failure is the one that was reported last. */
    boolean isReported(Throwable failure) {
        return lastReported.filter(last -> last == failure).isPresent();
    }

    private FailureState with(Optional<Point> otherPoint) {
        return new FailureState(otherPoint, isPaused, lastReported, areCallbacksOver);
    }
}
