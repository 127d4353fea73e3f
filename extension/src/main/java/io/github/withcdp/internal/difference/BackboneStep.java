package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.SessionRoles.Role;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A command of the test, or several that ask for the same until the answer is right: then the last one counts. */
final class BackboneStep {

    /** What is longer is a picture, a document or the like, and compared as a whole, if at all. */
    private static final int LONGEST = 256 * 1024;

    private final Role role;
    private final RecordedMessage first;
    private final String form;
    private RecordedMessage last;
    private Optional<RecordedMessage> answer = Optional.empty();

    BackboneStep(Role role, RecordedMessage command) {
        this.role = role;
        first = command;
        last = command;
        form = ContentForm.ofMessage(tree(command).path("params"));
    }

    /** Return what is equal of commands that ask for the same, whoever they ask. */
    Object likeness() {
        return method() + ' ' + form;
    }

    boolean isLike(BackboneStep other) {
        return role.equals(other.role) && likeness().equals(other.likeness());
    }

    /** Ask the same again; the last answer counts, for the test may have ended before there was another. */
    void again(BackboneStep other) {
        if (other.answer.isPresent() || answer.isEmpty()) {
            last = other.last;
            answer = other.answer;
        }
    }

    void answered(RecordedMessage message) {
        answer = Optional.of(message);
    }

    Role role() {
        return role;
    }

    String method() {
        return first.method();
    }

    Duration sent() {
        return first.elapsed();
    }

    /** Return when the answer came; when the command was sent if none did. */
    Duration answered() {
        return answer.map(RecordedMessage::elapsed).orElse(last.elapsed());
    }

    long sequence() {
        return last.sequence();
    }

    /** Return the command with its answer, as a tree to compare. */
    JsonNode tree() {
        var tree = Json.object().put("method", method());
        tree.set("params", tree(last).path("params"));
        answer.ifPresent(message -> {
            var answered = tree(message);
            for (var name : new String[] {"result", "error"}) {
                if (answered.has(name)) {
                    tree.set(name, answered.path(name));
                }
            }
        });
        tree.put("answered", answer.isPresent());
        return tree;
    }

    /** Return the command as people know it: {@code Runtime.evaluate pay()}. */
    String subject() {
        var params = tree(first).path("params");
        var member =
                switch (method()) {
                    case "Page.navigate" -> "url";
                    case "Runtime.evaluate" -> "expression";
                    case "Runtime.callFunctionOn" -> "functionDeclaration";
                    default -> "";
                };
        var what = member.isEmpty() ? Json.text(params) : params.path(member).asString("");
        return params.isMissingNode() || params.isEmpty() ? method() : method() + " " + what.strip();
    }

    private static JsonNode tree(RecordedMessage message) {
        try {
            var json = message.json();
            return json.length() > LONGEST ? MissingNode.getInstance() : Json.read(json);
        } catch (JacksonException notReadable) {
            return MissingNode.getInstance();
        }
    }
}
