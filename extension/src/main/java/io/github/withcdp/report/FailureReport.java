package io.github.withcdp.report;

import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about a test when its report is written.
 *
 * @param test which test it was
 * @param failure why it failed; empty if it passed and is reported nevertheless
 * @param recording what was said
 * @param origin what counts as second 0 of the test, in the time of the recording
 * @param browser which browser it was
 * @param screenshots the pages of the test, in the order in which it got them
 * @param chromeLog what the browser printed, or its last part; may be empty
 * @param sessions the sessions of the test and what they talked to, in the order in which it got them
 */
public record FailureReport(
        TestDescription test,
        Optional<Throwable> failure,
        Recording recording,
        Duration origin,
        BrowserDescription browser,
        List<Screenshot> screenshots,
        String chromeLog,
        List<SessionTarget> sessions) {

    /** Copy the lists. */
    public FailureReport {
        screenshots = List.copyOf(screenshots);
        sessions = List.copyOf(sessions);
    }
}
