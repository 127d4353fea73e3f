package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;

/**
 * Dialogs that WithCDP dismissed because no handler was there, and those that nobody answered.
 * A dialog that somebody else answered is none, nor is a {@code beforeunload} that WithCDP accepted: the page was to be left.
 *
 * <p>A dismissed one is told only of a test that failed, and only if the dialog was in the page with which it failed, or in one of its popups.
 * A test may have had it dismissed on purpose, and look at the event afterwards; no message tells, so whoever passed is taken to have known.
 */
final class DialogDetector implements Detector {

    private static final int REMEMBERED = 10_000;

    private record Dialog(RecordedMessage opening, String type, String sentence) {}

    private final RecordedTargets targets;
    private final Relevance relevance;
    private final Map<String, Dialog> open = new BoundedMap<>(REMEMBERED); // by their targets
    private final Map<Integer, Dialog> answered = new BoundedMap<>(REMEMBERED); // by the command that did it
    private final Map<Integer, Dialog> dismissed = new BoundedMap<>(REMEMBERED); // by WithCDP, in the same way

    DialogDetector(RecordedTargets targets, Relevance relevance) {
        this.targets = targets;
        this.relevance = relevance;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Page.javascriptDialogOpening" -> open.putIfAbsent(target(message), dialog(message));
            case "Page.javascriptDialogClosed", "Inspector.targetCrashed" -> open.remove(target(message));
            case "Target.detachedFromTarget" ->
                open.remove(targets.of(new SessionId(Detector.read(message, "params")
                                .path("sessionId")
                                .asString("")))
                        .id());
            case "Page.handleJavaScriptDialog" -> {
                if (message.isCommand()) {
                    answer(message);
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
        dismissed.forEach((command, dialog) -> {
            if (relevance.isAboutFailure()
                    && relevance.nearness(dialog.opening().session()) != Relevance.Nearness.OTHER) {
                findings.add(Suspicion.Kind.DIALOG, dialog.opening(), dialog.sentence() + consequence(dialog.type()));
            }
        });
        open.values()
                .forEach(dialog -> findings.add(
                                Suspicion.Kind.DIALOG,
                                dialog.opening(),
                                "%s was still open at %s: Page.handleJavaScriptDialog answers it"
                                        .formatted(dialog.sentence(), end.name()))
                        .stillSo());
    }

    /** What the page was answered, and so did not do. */
    private static String consequence(String type) {
        var dismissal = " was dismissed, because no handler answered it (WithCDP does that)";
        var otherwise = ": page.on(\"Page.javascriptDialogOpening\", …) can answer otherwise";
        return switch (type) {
            case "alert" -> dismissal;
            case "confirm" -> dismissal + ", so confirm() returned false" + otherwise;
            case "prompt" -> dismissal + ", so prompt() returned null" + otherwise;
            default -> dismissal + otherwise;
        };
    }

    private void answer(RecordedMessage command) {
        var dialog = open.remove(target(command));
        if (dialog == null) {
            return;
        }
        int id = command.id().orElse(0);
        answered.put(id, dialog);
        boolean ours =
                Detector.read(command, "params").path("promptText").asString("").equals(DialogAnswer.TEXT);
        if (ours && !dialog.type().equals("beforeunload")) {
            dismissed.put(id, dialog);
        }
    }

    /** What was refused has answered nothing. */
    private void refused(RecordedMessage answer) {
        int id = answer.id().orElse(0);
        var dialog = answered.remove(id);
        if (dialog != null && !answer.tree().path("error").isMissingNode()) {
            dismissed.remove(id);
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
        return targets.of(message.session()).id();
    }
}
