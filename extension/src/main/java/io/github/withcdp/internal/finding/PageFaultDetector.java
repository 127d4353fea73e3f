package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.RecordedMessage;

/** Pages and frames that crash. */
final class PageFaultDetector implements Detector {

    private final RecordedTargets targets;

    PageFaultDetector(RecordedTargets targets) {
        this.targets = targets;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent() && message.method().equals("Inspector.targetCrashed")) {
            var target = targets.of(message.session());
            if (!target.type().endsWith("_worker")) { // of which Chrome says so whenever they end
                findings.end(
                        message.session(),
                        findings.add(
                                Suspicion.Kind.CRASH,
                                message,
                                "The " + target.fullName(message.elapsed()) + " crashed"));
            }
        }
    }
}
