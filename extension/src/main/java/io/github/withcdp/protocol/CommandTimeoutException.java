package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
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
    private final String[] hints;

    /** Create the exception; {@code hints} are whole lines, each about something that may explain the silence. */
    public CommandTimeoutException(String method, Duration timeout, Iterable<String> hints) {
        this(method, timeout, StreamSupport.stream(hints.spliterator(), false).toArray(String[]::new));
    }

    private CommandTimeoutException(String method, Duration timeout, String[] hints) {
        super("Protocol error (%s): no answer within %s".formatted(method, Durations.format(timeout)) + lines(hints));
        this.method = method;
        this.timeout = timeout;
        this.hints = hints;
    }

    /** Return the method of the command. */
    public String method() {
        return method;
    }

    /** Return how long was waited. */
    public Duration timeout() {
        return timeout;
    }

    /** Return what may explain the silence, each a line or more of the message; may be empty. */
    public List<String> hints() {
        return List.of(hints);
    }

    private static String lines(String[] hints) {
        var text = new StringBuilder();
        for (var hint : hints) {
            text.append("\n  - ").append(hint.replace("\n", "\n    "));
        }
        return text.toString();
    }
}
