package io.github.withcdp.internal.finding;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.Comparator;

/**
 * How likely a finding explains why a test failed: what happened in the page with which the test had to do last goes before what happened
 * in a page that this one opened or was opened by, and that before all others; then what came of the last step of the test, then the more
 * telling kind, then the earlier, because causes come before effects. If nothing failed, only kind and time count.
 */
final class Relevance {

    /** How near a session is to the one with which the test had to do last. */
    enum Nearness {
        /** The page itself, with its frames and workers. */
        SAME,
        /** A popup of it, its opener and so on; or the browser. */
        RELATED,
        /** Another page. */
        OTHER
    }

    private final RecordedTargets targets;
    private final LastWait wait;
    private final boolean failed;

    /**
     * Create a measure. It is right as soon as all messages were seen.
     *
     * @param failed whether it is known that something failed, and when
     */
    Relevance(RecordedTargets targets, LastWait wait, boolean failed) {
        this.targets = targets;
        this.wait = wait;
        this.failed = failed;
    }

    /** Return whether there is a failure to be explained. */
    boolean isAboutFailure() {
        return failed;
    }

    Comparator<Finding> mostRelevantFirst() {
        return Comparator.comparing((Finding finding) -> nearness(finding.session()))
                .thenComparing(finding -> !finding.isStillSo() && !isOfLastStep(finding.elapsed()))
                .thenComparing(Finding::mostTelling)
                .thenComparing(Finding::elapsed);
    }

    /** Return whether it came of the last step of the test, or while the test waited; of what did not fail everything did. */
    boolean isOfLastStep(Duration moment) {
        return !failed
                || wait.stepSince().map(since -> moment.compareTo(since) >= 0).orElse(true);
    }

    Nearness nearness(SessionId session) {
        var last = wait.session().filter(with -> failed && !with.equals(SessionId.BROWSER));
        if (last.isEmpty()) {
            return Nearness.SAME;
        }
        if (session.equals(SessionId.BROWSER)) {
            return Nearness.RELATED;
        }
        var one = targets.of(session);
        var other = targets.of(last.get());
        if (targets.pageOf(one).id().equals(targets.pageOf(other).id())) {
            return Nearness.SAME;
        }
        return targets.firstOf(one).id().equals(targets.firstOf(other).id()) ? Nearness.RELATED : Nearness.OTHER;
    }
}
