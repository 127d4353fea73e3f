package io.github.withcdp.internal.grid;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.Excerpt;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a Grid said, made fit for a message: without secrets, without stack traces, on one line, not too long.
 *
 * @param secrets what must not be shown
 */
record GridMessages(Set<String> secrets) {

    private static final int LONGEST = 500;

    /** Where Selenium's messages turn from what happened to the machine on which it did. */
    private static final Pattern TAIL = Pattern.compile(
            "\\R|Build info:|Host info:|System info:|Driver info:|Stacktrace:|\\(Session info:",
            Pattern.CASE_INSENSITIVE);

    GridMessages {
        secrets = Set.copyOf(secrets);
    }

    /** Return the tree of an answer; empty if it is no JSON. */
    static Optional<JsonNode> tree(String body) {
        try {
            return body.stripLeading().startsWith("{") ? Optional.of(Json.read(body.strip())) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** Return the error of an answer, {@code invalid session id}; empty if it names none. */
    static String error(JsonNode answer) {
        return answer.path("value").path("error").asString("");
    }

    /** Return error and message of an answer, or its beginning if it has none. */
    String of(String body) {
        return tree(body).map(this::of).filter(said -> !said.isEmpty()).orElseGet(() -> excerpt(body));
    }

    private String of(JsonNode answer) {
        var message = firstLine(answer.path("value").path("message").asString(""));
        var error = error(answer);
        if (message.isEmpty() || message.startsWith(error)) {
            return excerpt(message.isEmpty() ? error : message);
        }
        return excerpt(error.isEmpty() ? message : error + ": " + message);
    }

    private static String firstLine(String message) {
        var text = message.strip();
        var matcher = TAIL.matcher(text);
        return matcher.find() ? text.substring(0, matcher.start()).strip() : text;
    }

    /** Return the beginning of a text, on one line. */
    String excerpt(String text) {
        return Excerpt.of(text, secrets, LONGEST);
    }
}
