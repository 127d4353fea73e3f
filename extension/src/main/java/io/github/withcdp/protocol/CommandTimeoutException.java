package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Chrome did not answer a command in time; the message lists what may be in its way.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class CommandTimeoutException extends CDPException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final Duration timeout;

    /** Create the exception; {@code hints} are whole lines, each about something that may explain the silence. */
    public CommandTimeoutException(String method, Duration timeout, Iterable<String> hints) {
        super("Protocol error (%s): no answer within %s".formatted(method, Durations.format(timeout)) + lines(hints));
        this.method = method;
        this.timeout = timeout;
    }

    /** Return the method of the command. */
    public String method() {
        return method;
    }

    /** Return how long was waited. */
    public Duration timeout() {
        return timeout;
    }

    private static String lines(Iterable<String> hints) {
        var text = new StringBuilder();
        hints.forEach(hint -> text.append("\n  - ").append(hint.replace("\n", "\n    ")));
        return text.toString();
    }
}
