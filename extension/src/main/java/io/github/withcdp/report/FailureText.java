package io.github.withcdp.report;

/** What a failure says, safe to print; an exception whose own methods throw is shown by its name. */
final class FailureText {

    private static final int CAUSES = 5;

    private FailureText() {}

    /** Return class and message on one line, cut after {@code limit} characters. */
    static String line(Throwable failure, int limit) {
        return SafeText.line(text(failure), limit);
    }

    /** Return class and message with their line breaks, and those of the causes; cut after {@code limit} characters. */
    static String lines(Throwable failure, int limit) {
        var text = new StringBuilder(text(failure));
        var cause = failure.getCause();
        for (int i = 0; cause != null && i < CAUSES; i++) { // counted, for there are causes that go in circles
            text.append("\nCaused by: ").append(text(cause));
            cause = cause.getCause();
        }
        int end = Math.min(limit, text.length());
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var out = new StringBuilder(SafeText.lines(text.substring(0, end)));
        SafeText.appendLeftOut(out, text.length() - end);
        return out.toString();
    }

    private static String text(Throwable failure) {
        var name = failure.getClass().getName();
        try {
            var message = failure.getLocalizedMessage();
            return message == null || message.isBlank() ? name : name + ": " + message;
        } catch (RuntimeException broken) {
            return name + " (its message cannot be read: " + broken.getClass().getName() + ")";
        }
    }
}
