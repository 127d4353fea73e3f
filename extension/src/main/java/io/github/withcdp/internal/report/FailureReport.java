package io.github.withcdp.internal.report;

import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known about a test when its report is written.
 *
 * @param test which test it was
 * @param failure why it failed; empty if it passed and is reported nevertheless
 * @param failedAt when that was noticed, in the time of the recording: what was said later was said for the report; empty if it passed
 * @param recording what was said
 * @param origin what counts as second 0 of the test, in the time of the recording
 * @param browser which browser it was
 * @param screenshots the pages of the test, in the order in which it got them
 * @param doms the documents of the pages, in the same order, then those of frames from other sites
 * @param problems what could not be had for the report besides, a sentence each
 * @param chromeLog what the browser printed, or its last part; may be empty
 * @param sessions the sessions of the test and what they talked to, in the order in which it got them
 * @param protocol what the browser says about its commands and events
 * @param redaction what is taken out of all of this before it is written
 */
public record FailureReport(
        TestDescription test,
        Optional<Failure> failure,
        Optional<Duration> failedAt,
        Recording recording,
        Duration origin,
        BrowserDescription browser,
        List<Screenshot> screenshots,
        List<PageDom> doms,
        List<String> problems,
        String chromeLog,
        List<SessionTarget> sessions,
        ProtocolDescription protocol,
        Redaction redaction) {

    /** Copy the lists. */
    public FailureReport {
        screenshots = List.copyOf(screenshots);
        doms = List.copyOf(doms);
        problems = List.copyOf(problems);
        sessions = List.copyOf(sessions);
    }

    /** Return the same with further problems. */
    FailureReport withProblems(List<String> further) {
        var all = new ArrayList<>(problems);
        all.addAll(further);
        return new FailureReport(
                test,
                failure,
                failedAt,
                recording,
                origin,
                browser,
                screenshots,
                doms,
                all,
                chromeLog,
                sessions,
                protocol,
                redaction);
    }

    /** Return the title of the test and what became of it: {@code pays once failed}. */
    String heading() {
        return (test.title() + " " + outcome()).strip();
    }

    /** Return in a word what became of the test: {@code failed}, {@code passed}; empty if this is not about a test. */
    String outcome() {
        if (failure.isPresent()) {
            return "failed";
        }
        return test.className().isEmpty() ? "" : "passed";
    }
}
