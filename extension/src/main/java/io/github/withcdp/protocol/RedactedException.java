package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What fails a test in the place of an exception that told a secret and of whose own class no copy can be made.
 * It has the text without the secret, the stack trace, the causes and the suppressed exceptions of the original, and prints like it.
 *
 * <p>It is no {@link CDPException}, because the original may have nothing to do with the conversation with Chrome.
 * {@code withcdp.redact.failures=false} leaves failures as they are.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RedactedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String originalType;

    /**
     * Create the exception.
     *
     * @param originalType the name of the class of the original, as {@link Class#getName()} has it
     * @param message what the original says, without secrets; {@code null} if it says nothing
     */
    public RedactedException(String originalType, @Nullable String message) {
        super(message);
        this.originalType = originalType;
    }

    /** Return the name of the class of the original, {@code java.sql.SQLException}. */
    public String originalType() {
        return originalType;
    }

    /** Return type and text of the original: {@code java.sql.SQLException: …}. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it is the type before the text that is another one
    public String toString() {
        var message = getMessage();
        return message == null ? originalType : originalType + ": " + message;
    }
}
