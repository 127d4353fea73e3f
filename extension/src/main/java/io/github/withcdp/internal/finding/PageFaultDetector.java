package io.github.withcdp.internal.finding;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashSet;
import java.util.Set;

/** Pages that crash. */
final class PageFaultDetector implements Detector {

    private final Set<SessionId> workers = new HashSet<>();

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent()) {
            return;
        }
        if (message.method().equals("Target.attachedToTarget")) {
            attached(message);
        } else if (message.method().equals("Inspector.targetCrashed")) {
            if (!workers.contains(message.session())) { // of which Chrome says so whenever they end
                findings.add(Suspicion.Kind.CRASH, message, "The page crashed");
            }
        }
    }

    private void attached(RecordedMessage message) {
        var params = Detector.read(message, "params");
        if (params.path("targetInfo").path("type").asString("").endsWith("_worker")) {
            workers.add(new SessionId(params.path("sessionId").asString("")));
        }
    }
}
