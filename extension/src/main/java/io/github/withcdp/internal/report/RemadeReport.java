package io.github.withcdp.internal.report;

import io.github.withcdp.internal.recording.RecordingInfo;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Knows again what a report knew, from the header of its traffic file and the messages. Nothing in a header is relied on, because anybody may
 * have written it: what is missing, or something else than it should be, is as if it was not known.
 */
final class RemadeReport {

    private final Recording recording;
    private final RecordingInfo about;
    private final JsonNode header;
    private final Optional<Duration> failedAt;

    private RemadeReport(Recording recording) {
        this.recording = recording;
        about = StoredRecording.infoOf(recording);
        header = about.report();
        failedAt = time(header.path("failedAt"));
    }

    /** Return the report of a recording; without a header it is not that of a test, but of what was said. */
    static FailureReport of(Recording recording, Redaction redaction) {
        return new RemadeReport(recording).make(redaction);
    }

    private FailureReport make(Redaction redaction) {
        var messages = recording.messages();
        var answers = CapturedAnswers.in(messages);
        return new FailureReport(
                test(),
                failure(),
                failedAt,
                recording,
                time(header.path("origin")).orElseGet(() -> messages.isEmpty() ? Duration.ZERO : first(messages)),
                browser(),
                pages("screenshots", answers.screenshots(), RemadeReport::screenshot),
                pages("doms", answers.documents(), RemadeReport::dom),
                texts(header.path("problems")),
                text(header, "chromeLog"),
                header.path("sessions").isArray() ? sessions() : AttachedSessions.in(messages),
                protocol(),
                redaction);
    }

    private static Duration first(List<RecordedMessage> messages) {
        return messages.get(0).elapsed();
    }

    private TestDescription test() {
        var test = header.path("test");
        return header.isEmpty()
                ? new TestDescription(
                        "A recording of %s, begun %s"
                                .formatted(about.browser().isEmpty() ? "a browser" : about.browser(), about.started()),
                        "",
                        "",
                        "")
                : new TestDescription(
                        text(test, "displayName"),
                        text(test, "className"),
                        text(test, "methodName"),
                        text(test, "phase"));
    }

    private Optional<Failure> failure() {
        var failure = header.path("failure");
        return failure.isObject()
                ? Optional.of(new Failure(
                        text(failure, "type"),
                        text(failure, "message"),
                        text(failure, "causes"),
                        text(failure, "stack")))
                : Optional.empty();
    }

    private BrowserDescription browser() {
        var browser = header.path("browser");
        return new BrowserDescription(
                browser.isObject() ? text(browser, "version") : about.browser(),
                text(browser, "executable"),
                browser.path("sandboxOff").asBoolean(false),
                text(browser, "note"));
    }

    private List<SessionTarget> sessions() {
        var sessions = new ArrayList<SessionTarget>();
        for (var session : header.path("sessions")) {
            sessions.add(new SessionTarget(
                    new SessionId(text(session, "session")),
                    text(session, "targetId"),
                    text(session, "type"),
                    text(session, "url")));
        }
        return sessions;
    }

    private ProtocolDescription protocol() {
        var methods = new HashMap<String, JsonNode>();
        for (var method : header.path("protocol").properties()) {
            if (method.getValue().isObject()) {
                methods.put(method.getKey(), method.getValue());
            }
        }
        return new ProtocolDescription(methods);
    }

    /** Each page says which command its answer belongs to: answers that came too late for the report are in the recording as well. */
    private <T> List<T> pages(
            String name,
            Map<Integer, RecordedMessage> answers,
            BiFunction<JsonNode, Optional<RecordedMessage>, T> form) {
        var pages = new ArrayList<T>();
        for (var page : header.path(name)) {
            pages.add(form.apply(
                    page, isMissing(page) ? Optional.empty() : Optional.ofNullable(answers.get(command(page)))));
        }
        return pages;
    }

    private static int command(JsonNode page) {
        return page.path("command").asInt(0);
    }

    private static boolean isMissing(JsonNode page) {
        return !text(page, "missingBecause").isEmpty();
    }

    private static Screenshot screenshot(JsonNode page, Optional<RecordedMessage> answer) {
        return answer.map(message -> message.tree().at("/result/data").asString(""))
                .flatMap(RemadeReport::decoded)
                .map(png -> Screenshot.taken(text(page, "page"), command(page), png))
                .orElseGet(() -> Screenshot.missing(text(page, "page"), missing(page)));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return base64.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static PageDom dom(JsonNode page, Optional<RecordedMessage> answer) {
        var html = answer.map(message -> message.tree().at("/result/outerHTML")).filter(JsonNode::isString);
        return new PageDom(
                text(page, "page"),
                command(page),
                html.map(markup -> markup.asString("")),
                html.isPresent() ? "" : missing(page));
    }

    private static String missing(JsonNode page) {
        var because = text(page, "missingBecause");
        return because.isEmpty() ? "it is not in the recording" : because;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var each : array) {
            if (each.isString()) {
                texts.add(each.asString(""));
            }
        }
        return texts;
    }

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        return value.isString() ? value.asString("") : "";
    }

    private static Optional<Duration> time(JsonNode nanos) {
        return nanos.isIntegralNumber() && nanos.canConvertToLong()
                ? Optional.of(Duration.ofNanos(nanos.asLong(0)))
                : Optional.empty();
    }
}
