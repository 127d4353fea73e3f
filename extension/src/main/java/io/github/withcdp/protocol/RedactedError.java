package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * What fails a test in the place of an {@link AssertionError} that told a secret and of whose own class no copy can be made.
 * It has the text without the secret, the stack trace, the causes and the suppressed exceptions of the original, and prints like it.
 * What was expected and what was there are kept, without secrets, if the original was an {@link AssertionFailedError}.
 *
 * <p>{@code withcdp.redact.failures=false} leaves failures as they are.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RedactedError extends AssertionFailedError {

    private static final long serialVersionUID = 1L;

    private final String originalType;

    /**
     * Create the error.
     *
     * @param originalType the name of the class of the original, as {@link Class#getName()} has it
     * @param message what the original says, without secrets; {@code null} if it says nothing
     */
    public RedactedError(String originalType, @Nullable String message) {
        super(message);
        this.originalType = originalType;
    }

    /**
     * Create the error with what was compared.
     *
     * @param originalType the name of the class of the original, as {@link Class#getName()} has it
     * @param message what the original says, without secrets; {@code null} if it says nothing
     * @param expected what was expected, without secrets, or an {@link org.opentest4j.ValueWrapper} of it
     * @param actual what was there, without secrets, or an {@link org.opentest4j.ValueWrapper} of it
     */
    public RedactedError(String originalType, @Nullable String message, Object expected, Object actual) {
        super(message, expected, actual);
        this.originalType = originalType;
    }

    /** Return the name of the class of the original, {@code org.junit.ComparisonFailure}. */
    public String originalType() {
        return originalType;
    }

    /** Return type and text of the original: {@code org.junit.ComparisonFailure: …}. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it is the type before the text that is another one
    public String toString() {
        var message = getMessage();
        return message == null || message.isEmpty() ? originalType : originalType + ": " + message;
    }
}
