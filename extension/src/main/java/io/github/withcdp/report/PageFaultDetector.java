package io.github.withcdp.report;

import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;

/** What pages do that tests do not like: crash, throw, complain, ask. */
final class PageFaultDetector implements Detector {

    private static final int ARGUMENTS = 10;

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Inspector.targetCrashed" -> add(findings, Suspicion.Kind.CRASH, message, "The page crashed");
            case "Runtime.exceptionThrown" ->
                add(
                        findings,
                        Suspicion.Kind.EXCEPTION,
                        message,
                        "Uncaught "
                                + JavaScriptError.text(
                                        Detector.read(message, "params").path("exceptionDetails")));
            case "Page.javascriptDialogOpening" -> {
                var params = Detector.read(message, "params");
                add(
                        findings,
                        Suspicion.Kind.DIALOG,
                        message,
                        "The page opened a dialog (%s): %s"
                                .formatted(
                                        params.path("type").asString("of an unknown type"),
                                        params.path("message").asString("")));
            }
            case "Runtime.consoleAPICalled" -> console(message, findings);
            default -> {
                // harmless, or another detector's
            }
        }
    }

    private static void console(RecordedMessage message, Findings findings) {
        var params = Detector.read(message, "params");
        if (!params.path("type").asString("").equals("error")) {
            return;
        }
        var words = new ArrayList<String>();
        for (var argument : params.path("args")) {
            if (words.size() == ARGUMENTS) {
                words.add("…");
                break;
            }
            words.add(JavaScriptError.value(argument, ""));
        }
        add(findings, Suspicion.Kind.CONSOLE_ERROR, message, "console.error: " + String.join(" ", words));
    }

    private static void add(Findings findings, Suspicion.Kind kind, RecordedMessage message, String sentence) {
        findings.add(kind, message.elapsed(), message.session(), sentence);
    }
}
