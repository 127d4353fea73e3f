package io.github.withcdp.internal.report;

import io.github.withcdp.protocol.RedactedError;
import io.github.withcdp.protocol.RedactedException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What an exception says of itself; one whose own methods throw is shown by its name. */
final class ThrowableText {

    private ThrowableText() {}

    /** Return class and message. */
    static String headline(Throwable failure) {
        var name = type(failure);
        var message = message(failure);
        return message.isBlank() ? name : name + ": " + message;
    }

    static String type(Throwable failure) {
        if (failure instanceof RedactedException redacted) {
            return redacted.originalType();
        }
        return failure instanceof RedactedError redacted
                ? redacted.originalType()
                : failure.getClass().getName();
    }

    static String message(Throwable failure) {
        try {
            var message = failure.getLocalizedMessage();
            return message == null ? "" : message;
        } catch (RuntimeException broken) {
            return "(its message cannot be read: " + broken.getClass().getName() + ")";
        }
    }

    static String stack(Throwable failure) {
        var text = new StringWriter();
        try {
            failure.printStackTrace(new PrintWriter(text));
        } catch (RuntimeException broken) {
            return failure.getClass().getName() + " (its stack trace cannot be read: "
                    + broken.getClass().getName() + ")";
        }
        return text.toString();
    }
}
