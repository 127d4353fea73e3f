package io.github.withcdp.internal.report;

import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The answers that brought bodies, which name no request: only their commands do.
 *
 * @param responses the ids of those to {@code Network.getResponseBody}, by the ids of the requests
 * @param requests the ids of those to {@code Network.getRequestPostData}, by the ids of the requests
 */
record BodyAnswers(Map<String, Integer> responses, Map<String, Integer> requests) {

    /** Look for them. Of several the latest counts; refusals and empty bodies do not. */
    static BodyAnswers in(List<RecordedMessage> messages) {
        var answers = new BodyAnswers(new HashMap<>(), new HashMap<>());
        var asked = new HashMap<Integer, String>();
        for (var message : messages) {
            answers.of(message.method()).ifPresent(byRequest -> {
                int id = message.id().orElse(0);
                if (message.isCommand()) {
                    asked.put(id, message.tree().at("/params/requestId").asString(""));
                } else if (message.isAnswer()) {
                    var request = asked.remove(id);
                    if (request != null && hasBody(message, id)) {
                        byRequest.put(request, id);
                    }
                }
            });
        }
        return answers;
    }

    private Optional<Map<String, Integer>> of(String method) {
        return switch (method) {
            case "Network.getResponseBody" -> Optional.of(responses);
            case "Network.getRequestPostData" -> Optional.of(requests);
            default -> Optional.empty();
        };
    }

    /** No tree is made of what may be many megabytes. Chrome puts the id first, then what it says. */
    private static boolean hasBody(RecordedMessage answer, int id) {
        var json = answer.json();
        var start = "{\"id\":" + id + ",\"result\":{\"";
        return json.startsWith(start)
                && !json.startsWith("body\":\"\"", start.length())
                && !json.startsWith("postData\":\"\"", start.length());
    }

    OptionalInt ofResponse(String request) {
        return optional(responses.get(request));
    }

    OptionalInt ofRequest(String request) {
        return optional(requests.get(request));
    }

    private static OptionalInt optional(@Nullable Integer id) {
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }
}
