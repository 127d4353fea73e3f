package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Why a test failed.
 *
 * @param type the class of the exception, {@code org.opentest4j.AssertionFailedError}
 * @param message what it says, may be empty and have several lines
 * @param causes the causes, each {@code Caused by: …} on lines of their own; may be empty
 * @param stack the whole stack trace with causes and suppressed exceptions, as it is printed
 */
public record Failure(String type, String message, String causes, String stack) {

    private static final int CAUSES = 5;

    /** Describe an exception; one whose own methods throw is described by its name. */
    public static Failure of(Throwable thrown) {
        var causes = new StringBuilder();
        var cause = thrown.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++) { // counted, for there are causes that go in circles
            causes.append("\nCaused by: ").append(ThrowableText.headline(cause));
            cause = cause.getCause();
        }
        return new Failure(
                ThrowableText.type(thrown),
                ThrowableText.message(thrown),
                causes.toString(),
                ThrowableText.stack(thrown));
    }

    /** Return class and message: {@code java.lang.IllegalStateException: no}. */
    String headline() {
        return message.isBlank() ? type : type + ": " + message;
    }

    Failure redacted(UnaryOperator<String> redactor) {
        return new Failure(type, redactor.apply(message), redactor.apply(causes), redactor.apply(stack));
    }

    JsonNode json() {
        return Json.object()
                .put("type", HeaderJson.head(type))
                .put("message", HeaderJson.head(message))
                .put("causes", HeaderJson.head(causes))
                .put("stack", HeaderJson.head(stack));
    }

    static Failure read(JsonNode failure) {
        return new Failure(
                HeaderJson.text(failure, "type"),
                HeaderJson.text(failure, "message"),
                HeaderJson.text(failure, "causes"),
                HeaderJson.text(failure, "stack"));
    }
}
