package io.github.withcdp.internal.report;

import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to questions that are asked for reports too, by the ids of their commands.
 *
 * @param screenshots what {@code Page.captureScreenshot} has brought
 * @param documents what {@code DOM.getOuterHTML} has brought
 */
record CapturedAnswers(Map<Integer, RecordedMessage> screenshots, Map<Integer, RecordedMessage> documents) {

    /** Look for them; they are read when they are needed. */
    static CapturedAnswers in(List<RecordedMessage> messages) {
        var answers = new CapturedAnswers(new HashMap<>(), new HashMap<>());
        for (var message : messages) {
            if (message.isAnswer() && message.id().isPresent()) {
                switch (message.method()) {
                    case "Page.captureScreenshot" ->
                        answers.screenshots.putIfAbsent(message.id().getAsInt(), message);
                    case "DOM.getOuterHTML" ->
                        answers.documents.putIfAbsent(message.id().getAsInt(), message);
                    default -> {}
                }
            }
        }
        return answers;
    }
}
