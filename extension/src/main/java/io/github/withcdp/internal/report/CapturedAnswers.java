package io.github.withcdp.internal.report;

import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

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

    /** Return what an answer was asked for: each thing says which command its answer belongs to, for answers that came too late are on record as well. */
    static <T> List<T> read(
            JsonNode array,
            Map<Integer, RecordedMessage> answers,
            BiFunction<JsonNode, Optional<RecordedMessage>, T> form) {
        var all = new ArrayList<T>();
        for (var each : array) {
            boolean missing = !HeaderJson.text(each, "missingBecause").isEmpty();
            all.add(form.apply(
                    each,
                    missing
                            ? Optional.empty()
                            : Optional.ofNullable(
                                    answers.get(each.path("command").asInt(0)))));
        }
        return all;
    }

    /** Return why there is no answer for something. */
    static String missingBecause(JsonNode asked) {
        var because = HeaderJson.text(asked, "missingBecause");
        return because.isEmpty() ? "it is not in the recording" : because;
    }
}
