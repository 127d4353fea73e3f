package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.recording.DetachReasons;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Pages that went away although no command asked for it.
 * Workers and frames come and go as their page likes, so they do not count; a page that crashed has been told already.
 */
final class DetachmentDetector implements Detector {

    private static final int REMEMBERED = 10_000;

    private record Attached(String targetId, String type, String url, String context) {}

    private final Map<String, Attached> attached = new BoundedMap<>(REMEMBERED);
    /** Session, target and context ids whose end was asked for or has been told. */
    private final Map<String, Boolean> settled = new BoundedMap<>(REMEMBERED);

    /** Sessions that said something here: the end of others is not this recording's business. */
    private final Map<String, Boolean> seen = new BoundedMap<>(REMEMBERED);

    private boolean browserClosing;

    @Override
    public void look(RecordedMessage message, Findings findings) {
        seen.put(message.session().value(), true);
        if (message.isCommand()) {
            command(message);
        } else if (message.isEvent()) {
            event(message, findings);
        }
    }

    private void command(RecordedMessage message) {
        switch (message.method()) {
            case "Browser.close" -> browserClosing = true;
            case "Page.close" -> settle(message.session().value());
            case "Target.closeTarget" -> settle(param(message, "targetId"));
            case "Target.disposeBrowserContext" -> settle(param(message, "browserContextId"));
            case "Target.detachFromTarget" -> {
                settle(param(message, "sessionId"));
                settle(param(message, "targetId"));
            }
            default -> {
                // ends nothing
            }
        }
    }

    private void event(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Target.attachedToTarget" -> {
                var info = Detector.read(message, "params").path("targetInfo");
                attached.put(
                        param(message, "sessionId"),
                        new Attached(
                                text(info, "targetId"),
                                text(info, "type"),
                                SafeText.line(text(info, "url"), 200),
                                text(info, "browserContextId")));
            }
            case "Inspector.targetCrashed" -> settle(message.session().value());
            case "Inspector.detached" -> gone(message, message.session(), why(param(message, "reason")), findings);
            case "Target.detachedFromTarget" ->
                gone(message, new SessionId(param(message, "sessionId")), "nobody asked it to", findings);
            default -> {
                // about something else
            }
        }
    }

    private void gone(RecordedMessage message, SessionId session, String why, Findings findings) {
        var target = attached.getOrDefault(session.value(), new Attached("", "page", "", ""));
        boolean asked = browserClosing
                || settled.containsKey(session.value())
                || settled.containsKey(target.targetId())
                || settled.containsKey(target.context());
        boolean ours = attached.containsKey(session.value()) || seen.containsKey(session.value());
        if (asked || !ours || !target.type().equals("page")) {
            return;
        }
        settle(session.value());
        findings.add(
                Suspicion.Kind.DETACHED,
                message.elapsed(),
                session,
                message.sequence(),
                "The page%s went away, %s".formatted(target.url().isEmpty() ? "" : " " + target.url(), why));
    }

    private static String why(String told) {
        var words = DetachReasons.words(told);
        return words.isEmpty()
                ? "Chrome detached us without a reason"
                : (DetachReasons.reason(told) == DetachReason.TARGET_CLOSED
                                ? "it was closed: "
                                : "Chrome detached us: ")
                        + words;
    }

    private void settle(String id) {
        if (!id.isEmpty()) {
            settled.put(id, true);
        }
    }

    private static String param(RecordedMessage message, String name) {
        return text(Detector.read(message, "params"), name);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
