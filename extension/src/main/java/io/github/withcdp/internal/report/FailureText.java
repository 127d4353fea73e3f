package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;

/** What a failure says, safe to print. */
final class FailureText {

    private FailureText() {}

    /** Return class and message on one line, cut after {@code limit} characters. */
    static String line(Throwable failure, int limit) {
        return SafeText.line(ThrowableText.headline(failure), limit);
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
}
