package io.github.withcdp.internal.report;

/**
 * Why a test failed.
 *
 * @param type the class of the exception, {@code org.opentest4j.AssertionFailedError}
 * @param message what it says, may be empty and have several lines
 * @param causes the causes, each {@code Caused by: …} on lines of their own; may be empty
 * @param stack the whole stack trace with causes and suppressed exceptions, as it is printed
 */
public record Failure(String type, String message, String causes, String stack) {

    /** Describe an exception; one whose own methods throw is described by its name. */
    public static Failure of(Throwable thrown) {
        return FailureText.describe(thrown);
    }

    /** Return class and message: {@code java.lang.IllegalStateException: no}. */
    String headline() {
        return message.isBlank() ? type : type + ": " + message;
    }
}
