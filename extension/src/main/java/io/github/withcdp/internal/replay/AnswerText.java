package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The text of an answer, which is as it was recorded but for its number. */
final class AnswerText {

    private static final Pattern ID = Pattern.compile("^\\{\"id\":\\d+(?=[,}])");

    private AnswerText() {}

    static byte[] withId(String answer, int id) {
        var matcher = ID.matcher(answer);
        if (matcher.find()) {
            return ("{\"id\":" + id + answer.substring(matcher.end())).getBytes(StandardCharsets.UTF_8);
        }
        try {
            if (Json.read(answer) instanceof ObjectNode object) {
                return Json.write(object.put("id", id));
            }
        } catch (JacksonException unreadable) {
            // It was no better when it was recorded.
        }
        return answer.getBytes(StandardCharsets.UTF_8);
    }
}
