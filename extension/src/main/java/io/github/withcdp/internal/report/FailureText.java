package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.RedactedError;
import io.github.withcdp.protocol.RedactedException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a failure says, safe to print; an exception whose own methods throw is shown by its name. */
final class FailureText {

    private static final int CAUSES = 5;

    private FailureText() {}

    static Failure describe(Throwable failure) {
        var causes = new StringBuilder();
        var cause = failure.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++) { // counted, for there are causes that go in circles
            causes.append("\nCaused by: ").append(headline(cause));
            cause = cause.getCause();
        }
        return new Failure(type(failure), message(failure), causes.toString(), stack(failure));
    }

    /** Return class and message on one line, cut after {@code limit} characters. */
    static String line(Throwable failure, int limit) {
        return SafeText.line(headline(failure), limit);
    }

    /** Return class and message on one line, cut after {@code limit} characters. */
    static String line(Failure failure, int limit) {
        return SafeText.line(failure.headline(), limit);
    }

    /** Return class and message with their line breaks, and those of the causes; cut after {@code limit} characters. */
    static String lines(Failure failure, int limit) {
        var text = failure.headline() + failure.causes();
        int end = Math.min(limit, text.length());
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var out = new StringBuilder(SafeText.lines(text.substring(0, end)));
        SafeText.appendLeftOut(out, text.length() - end);
        return out.toString();
    }

    private static String headline(Throwable failure) {
        var name = type(failure);
        var message = message(failure);
        return message.isBlank() ? name : name + ": " + message;
    }

    private static String type(Throwable failure) {
        if (failure instanceof RedactedException redacted) {
            return redacted.originalType();
        }
        return failure instanceof RedactedError redacted
                ? redacted.originalType()
                : failure.getClass().getName();
    }

    private static String message(Throwable failure) {
        try {
            var message = failure.getLocalizedMessage();
            return message == null ? "" : message;
        } catch (RuntimeException broken) {
            return "(its message cannot be read: " + broken.getClass().getName() + ")";
        }
    }

    private static String stack(Throwable failure) {
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
