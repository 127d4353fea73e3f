package io.github.withcdp.internal.container;

import com.github.dockerjava.api.exception.DockerException;
import java.util.regex.Pattern;

/** What went wrong, in the words of who knows best: the daemon, as a rule. */
final class CleanedOutput {

    private static final int LONGEST = 1000;
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private CleanedOutput() {}

    /** Return what the daemon said, or else what the innermost cause says. */
    static String of(Throwable failure) {
        var innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DockerException) {
                return daemon(String.valueOf(cause.getMessage()));
            }
            innermost = cause;
        }
        var message = innermost.getMessage();
        return clean(message == null || message.isBlank() ? innermost.toString() : message);
    }

    /** Return text without what would confuse a terminal, and not too much of it. */
    static String clean(String text) {
        var clean = CONTROL.matcher(text.strip()).replaceAll("");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** Return lines of a log without what would confuse a terminal. */
    static String lines(String log) {
        return CONTROL.matcher(log).replaceAll("");
    }

    /** Return the sentence within {@code Status 404: {"message":"No such image: x"}}. */
    private static String daemon(String message) {
        var found = MESSAGE.matcher(message);
        return clean(
                found.find()
                        ? found.group(1)
                                .replace("\\\"", "\"")
                                .replace("\\n", " ")
                                .replace("\\\\", "\\")
                        : message);
    }
}
