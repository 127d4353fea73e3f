package comparison.floor;

import java.util.Map;

/** A command as JSON, of the values that occur: texts, objects, and what is written as it is. */
final class CommandText {

    private CommandText() {}

    static String of(int id, String method, Map<String, Object> params, String session) {
        var json = new StringBuilder(160)
                .append("{\"id\":")
                .append(id)
                .append(",\"method\":\"")
                .append(method)
                .append('"');
        if (!params.isEmpty()) {
            json.append(",\"params\":");
            value(json, params);
        }
        if (!session.isEmpty()) {
            json.append(",\"sessionId\":\"").append(session).append('"');
        }
        return json.append('}').toString();
    }

    private static void value(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> object) {
            char before = '{';
            for (var entry : object.entrySet()) {
                json.append(before);
                text(json, (String) entry.getKey());
                json.append(':');
                value(json, entry.getValue());
                before = ',';
            }
            json.append('}');
        } else if (value instanceof String text) {
            text(json, text);
        } else {
            json.append(value);
        }
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
