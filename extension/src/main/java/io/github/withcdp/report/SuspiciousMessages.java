package io.github.withcdp.report;

import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;

/** Finds the messages that may explain a failure. */
public final class SuspiciousMessages {

    private SuspiciousMessages() {}

    /**
     * Return what is suspicious in a recording, the most telling first.
     *
     * @param messages the messages in wire order, read one by one
     * @param origin what counts as second 0
     */
    public static Suspicions in(Iterable<RecordedMessage> messages, Duration origin) {
        var findings = new Findings(origin);
        var detectors = List.of(
                new CommandDetector(), new RequestDetector(), new PageFaultDetector(), new DetachmentDetector());
        var last = origin;
        for (var message : messages) {
            detectors.forEach(detector -> detector.look(message, findings));
            last = message.elapsed();
        }
        for (var detector : detectors) {
            detector.end(last, findings);
        }
        return findings.ranked();
    }
}
