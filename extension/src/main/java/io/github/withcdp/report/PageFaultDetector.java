package io.github.withcdp.report;

import io.github.withcdp.recording.RecordedMessage;

/** Pages that crash, and pages that ask. */
final class PageFaultDetector implements Detector {

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent()) {
            return;
        }
        if (message.method().equals("Inspector.targetCrashed")) {
            findings.add(Suspicion.Kind.CRASH, message, "The page crashed");
        } else if (message.method().equals("Page.javascriptDialogOpening")) {
            var params = Detector.read(message, "params");
            findings.add(
                    Suspicion.Kind.DIALOG,
                    message,
                    "The page opened a dialog (%s): %s"
                            .formatted(
                                    params.path("type").asString("of an unknown type"),
                                    params.path("message").asString("")));
        }
    }
}
