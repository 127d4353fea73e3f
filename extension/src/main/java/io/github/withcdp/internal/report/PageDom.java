package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The document of a page at the moment of failure, or why that could not be had.
 *
 * @param page the URL of the page
 * @param command the id of the command whose answer it is, so that it is found again in the recording; 0 if it is in none
 * @param html the outer HTML of its document, as hostile as the page; empty if it could not be had
 * @param missingBecause the reason, a clause: {@code a dialog was open}; empty if there is none
 */
public record PageDom(String page, int command, Optional<String> html, String missingBecause) {

    PageDom redacted(UnaryOperator<String> redactor) {
        return new PageDom(redactor.apply(page), command, html.map(redactor), redactor.apply(missingBecause));
    }

    /** The markup is not in it: it is among the messages. */
    JsonNode json() {
        return Json.object()
                .put("page", HeaderJson.url(page))
                .put("command", command)
                .put("missingBecause", HeaderJson.head(missingBecause));
    }

    /** Read one whose markup is in an answer, if that is on record. */
    static PageDom read(JsonNode dom, Optional<RecordedMessage> answer) {
        var html = answer.map(message -> message.tree().at("/result/outerHTML")).filter(JsonNode::isString);
        return new PageDom(
                HeaderJson.text(dom, "page"),
                dom.path("command").asInt(0),
                html.map(markup -> markup.asString("")),
                html.isPresent() ? "" : CapturedAnswers.missingBecause(dom));
    }
}
