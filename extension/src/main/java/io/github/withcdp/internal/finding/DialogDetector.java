package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;

/**
 * Dialogs that WithCDP dismissed because no handler was there, and those that nobody answered.
 * A dialog that somebody else answered is none, nor is a {@code beforeunload} that WithCDP accepted: the page was to be left.
 */
final class DialogDetector implements Detector {

    private static final int REMEMBERED = 10_000;

    private record Dialog(RecordedMessage opening, String type, String sentence) {}

    private final Map<String, String> targets = new BoundedMap<>(REMEMBERED); // by their sessions
    private final Map<String, Dialog> open = new BoundedMap<>(REMEMBERED); // by their targets
    private final Map<Integer, Dialog> answered = new BoundedMap<>(REMEMBERED); // by the command that did it

    @Override
    public void look(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Target.attachedToTarget" -> {
                var params = Detector.read(message, "params");
                targets.put(
                        params.path("sessionId").asString(""),
                        params.path("targetInfo").path("targetId").asString(""));
            }
            case "Page.javascriptDialogOpening" -> open.putIfAbsent(target(message), dialog(message));
            case "Page.javascriptDialogClosed", "Inspector.targetCrashed" -> open.remove(target(message));
            case "Target.detachedFromTarget" ->
                open.remove(target(
                        Detector.read(message, "params").path("sessionId").asString("")));
            case "Page.handleJavaScriptDialog" -> {
                if (message.isCommand()) {
                    answer(message, findings);
                } else {
                    refused(message);
                }
            }
            default -> {
                // about something else
            }
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        open.values()
                .forEach(dialog -> findings.add(
                        Suspicion.Kind.DIALOG,
                        dialog.opening(),
                        "%s was still open at %s: Page.handleJavaScriptDialog answers it"
                                .formatted(dialog.sentence(), end.name())));
    }

    private void answer(RecordedMessage command, Findings findings) {
        var dialog = open.remove(target(command));
        if (dialog == null) {
            return;
        }
        answered.put(command.id().orElse(0), dialog);
        boolean ours =
                Detector.read(command, "params").path("promptText").asString("").equals(DialogAnswer.TEXT);
        if (ours && !dialog.type().equals("beforeunload")) {
            findings.add(
                    Suspicion.Kind.DIALOG,
                    dialog.opening(),
                    dialog.sentence() + " was dismissed, because no handler answered it (WithCDP does that)"
                            + (dialog.type().equals("alert")
                                    ? ""
                                    : ": page.on(\"Page.javascriptDialogOpening\", …) can"));
        }
    }

    /** What was refused has answered nothing. */
    private void refused(RecordedMessage answer) {
        var dialog = answered.remove(answer.id().orElse(0));
        if (dialog != null && !answer.tree().path("error").isMissingNode()) {
            open.putIfAbsent(target(answer), dialog);
        }
    }

    private static Dialog dialog(RecordedMessage opening) {
        var params = Detector.read(opening, "params");
        var type = params.path("type").asString("A dialog of an unknown type");
        var url = params.path("url").asString("");
        return new Dialog(
                opening,
                type,
                "%s \"%s\"%s"
                        .formatted(
                                type,
                                SafeText.line(params.path("message").asString(""), 80),
                                url.isEmpty() ? "" : " of " + SafeText.line(url, 60)));
    }

    private String target(RecordedMessage message) {
        return target(message.session().value());
    }

    private String target(String session) {
        return targets.getOrDefault(session, session);
    }
}
