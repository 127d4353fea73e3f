package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.internal.script.ThrownException;
import io.github.withcdp.internal.transcript.Payload;
import io.github.withcdp.internal.transcript.ProtocolError;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A command that a test has sent, or somebody by hand, with its answer if that came in time. */
final class CommandStep implements Step {

    /** What a client says to get ready, and what it fetches for a report, is no step. */
    private static final Pattern PREPARATIONS = Pattern.compile(
            "\\.(enable|disable)$|^(Target|Browser)\\.(?!(close|crash|closeTarget|disposeBrowserContext)$)|^Runtime\\.(runIfWaitingForDebugger|releaseObject|releaseObjectGroup)$"
                    + "|^Page\\.(setLifecycleEventsEnabled|captureScreenshot)$"
                    + "|^Network\\.(configureDurableMessages|getResponseBody|getRequestPostData)$");

    /** What is longer is neither parsed nor compared. */
    private static final int LONGEST = 64 * 1024;

    private static final int SHOWN = 200;
    private static final int BARRIER = 300;

    /** Each answer names an object anew, whether it is the same or not. */
    private static final Pattern OBJECT_ID = Pattern.compile("\"objectId\":\"[^\"\\\\]*\"");

    private final RecordedMessage command;
    private final Actor actor;
    private Optional<RecordedMessage> answer = Optional.empty();

    CommandStep(RecordedMessage command, Actor actor) {
        this.command = command;
        this.actor = actor;
    }

    /** Return whether a command is a step of a test. */
    static boolean isOne(RecordedMessage message) {
        return message.isCommand() && !PREPARATIONS.matcher(message.method()).find();
    }

    /** Return whether it asks for nothing: it is sent by who wants to know that all events before its answer have come. */
    boolean isBarrier() {
        if (!command.method().equals("Runtime.evaluate")) {
            return false;
        }
        var json = command.json();
        return json.length() < BARRIER
                && json.contains("\"expression\":\"0\"")
                && json.contains("\"silent\":true")
                && !json.contains("\"returnByValue\"");
    }

    void answered(RecordedMessage message) {
        answer = Optional.of(message);
    }

    @Override
    public Duration at() {
        return command.elapsed();
    }

    @Override
    public SessionId session() {
        return command.session();
    }

    @Override
    public Object likeness() {
        var asked = command.json();
        var answered = answer.map(RecordedMessage::json).orElse("");
        if (asked.length() > LONGEST || answered.length() > LONGEST) {
            return this;
        }
        return List.of(
                actor,
                command.method(),
                command.session(),
                member(asked, "params"),
                withoutObjectIds(member(answered, "result")),
                member(answered, "error"),
                answer.isPresent());
    }

    private static String withoutObjectIds(String result) {
        return result.contains("\"objectId\"") ? OBJECT_ID.matcher(result).replaceAll("") : result;
    }

    private static String member(String json, String name) {
        return Payload.of(json, name).map(Payload::text).orElse("");
    }

    @Override
    public StoryStep told() {
        var params = Payload.of(command.json(), "params");
        var tree = params.map(CommandStep::tree).orElse(MissingNode.getInstance());
        var what = what(tree);
        var outcome = outcome();
        boolean isOurs = tree.path("promptText").asString("").equals(DialogAnswer.TEXT);
        return new StoryStep(
                command.elapsed(),
                isOurs ? Actor.WITHCDP : actor,
                command.session(),
                command.method(),
                what.isEmpty() ? params.map(CommandStep::shown).orElse("") : what,
                outcome.text(),
                outcome.bad(),
                command.sequence());
    }

    private String what(JsonNode params) {
        var member =
                switch (command.method()) {
                    case "Page.navigate" -> "url";
                    case "Runtime.evaluate" -> "expression";
                    case "Runtime.callFunctionOn" -> "functionDeclaration";
                    default -> "";
                };
        return params.path(member).asString("").strip();
    }

    private record Outcome(String text, boolean bad) {}

    private Outcome outcome() {
        if (answer.isEmpty()) {
            return new Outcome("no answer", true);
        }
        var json = answer.get().json();
        var error = ProtocolError.of(json);
        if (error.isPresent()) {
            return new Outcome("failed: " + error.get().text(), true);
        }
        var result = Payload.of(json, "result");
        return switch (command.method()) {
            case "Runtime.evaluate", "Runtime.callFunctionOn", "Runtime.awaitPromise" ->
                result.map(found -> evaluated(found, tree(found))).orElse(new Outcome("", false));
            case "Page.navigate" -> {
                var text = result.map(CommandStep::tree)
                        .map(tree -> tree.path("errorText").asString(""))
                        .orElse("");
                yield new Outcome(text, !text.isEmpty());
            }
            default -> new Outcome("", false);
        };
    }

    private static Outcome evaluated(Payload result, JsonNode tree) {
        if (tree.isMissingNode()) {
            return new Outcome(shown(result), false);
        }
        var details = tree.path("exceptionDetails");
        if (details.isObject()) {
            return new Outcome("threw " + ThrownException.of(details).text(), true);
        }
        return new Outcome(value(tree.path("result")), false);
    }

    /** Return a value as it would be written in a script; that there is none goes without saying. */
    private static String value(JsonNode object) {
        var value = object.path("value");
        if (value.isString()) {
            return '"' + value.asString("") + '"';
        }
        if (!value.isMissingNode()) {
            return Json.text(value);
        }
        return object.path("unserializableValue")
                .asString(object.path("description").asString(""));
    }

    private static JsonNode tree(Payload payload) {
        try {
            return payload.length() > LONGEST ? MissingNode.getInstance() : Json.read(payload.text());
        } catch (JacksonException notReadable) {
            return MissingNode.getInstance();
        }
    }

    private static String shown(Payload payload) {
        var out = new StringBuilder();
        payload.appendTo(out, SHOWN);
        return out.toString().equals("{}") ? "" : out.toString();
    }
}
